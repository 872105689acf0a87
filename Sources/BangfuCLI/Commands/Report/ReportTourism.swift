import ArgumentParser
import Bangfu

/// `bangfu report tourism`: what tourism sold, reduced and counts, and where visitors came from.
struct ReportTourism: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tourism",
      abstract: say("旅游：游客、销售、优惠、计入", "Tourism: visitors, sales, reductions, counted."),
      discussion: say(
        "原价 − 优惠 = 销售额；销售额 − 退款 = 计入 + 不计入。",
        "Listed − reductions = gross; gross − refunds = counted + not counted."))
  }
  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: PeriodOption
  @Option(
    help: ArgumentHelp(
      say(
        "按什么：product 商品、province 游客来自的省、reduction 优惠的原因",
        "By product, province of visitors, or reduction.")))
  var by = TourismDimension.product
  @OptionGroup var options: ListOptions

  func run() throws {
    guard let period = time.period else { return }
    try options.show(global.openForReports().tourism.report(in: period, by: by))
  }
}
