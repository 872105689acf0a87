import ArgumentParser
import Bangfu

/// `bangfu report margin`: sales, their cost, and what is left.
struct ReportMargin: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "margin",
      abstract: say("毛利：按商品、渠道或供应商", "Margin by product, channel or supplier."),
      discussion: say(
        "销售 = 销售额 − 退款。没有成本的（代发、缺货、入库没写进价）单列，不算毛利。",
        """
        Sales are gross less refunds. What has no cost that is known (the supplier ships, goods still missing, or received \
        without a cost) stands apart, and has no margin.
        """))
  }
  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: PeriodOption
  @Option(
    help: ArgumentHelp(
      say("按什么：product 商品、channel 渠道、supplier 供应商", "By product, channel or supplier.")))
  var by = MarginDimension.product
  @OptionGroup var options: ListOptions

  func run() throws {
    guard let period = time.period else { return }
    try options.show(global.openForReports().reports.margin(in: period, by: by))
  }
}
