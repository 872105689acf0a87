import ArgumentParser
import Bangfu
import Domain

/// `bangfu report reserve`: what of the reserved share was bought, and who is behind.
struct ReportReserve: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reserve",
      abstract: say("预留份额：完成多少，谁落后", "The reserved share: what is done, and who is behind."),
      discussion: say(
        "完成 = 832平台上食堂、工会、食堂+工会、个人的采购，减退款。完成率 = 其中有要求的 ÷ 预留，可以超过 100%。"
          + "每月 = 到期限还差的，按剩下的月份，本月在内。",
        """
        Done is what canteens, unions, both and persons bought on the 832 platform, less refunds. Done % is what of it is \
        of units that have a requirement, of what is reserved; it may pass 100%. A month is what is behind over the months \
        until the deadline, this one included.
        """))
  }
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("年份", "The year."))) var year: Int
  @Option(
    help: ArgumentHelp(
      say("按什么：unit 单位、county 县、city 市", "By unit, county or city.")))
  var by = ReserveDimension.unit
  @Option(help: ArgumentHelp(say("算到哪天", "The day that months are reckoned from."))) var today:
    BusinessDay?
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(
      global.openForReports().reserve.report(of: year, by: by, today: today))
  }
}
