import ArgumentParser
import Bangfu
import Domain

/// `bangfu report sessions`: what came of livestream sessions.
struct ReportSessions: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sessions",
      abstract: say(
        "直播场次：卖了、退了、扣了、剩了多少", "Livestream sessions: sold, sent back, withheld, remaining."),
      discussion: say(
        "销售额 − 退款 − 佣金 − 平台服务费 − 其他费用 = 供应方所得。订单按付款时间和写明的主播归场次，退款和结算算到现在；"
          + "退货期同 bangfu report pace。写了主播、那时却没有场次的，是单独一行：bangfu session hosts 看是谁。",
        """
        Gross − refunds − commission − service fees − other fees = remaining. Orders fall to a session by when they were \
        paid, and by the host that they name; refunds and settlements are those to this day. Windows of returns are those \
        of bangfu report pace. What names a host who was in no session then is a row of its own: bangfu session hosts \
        says who.
        """))
  }
  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: PeriodOption
  @Option(
    help: ArgumentHelp(
      say(
        "按什么：session 场次、host 主播、product 主播和商品", "By session, host, or host and product.")))
  var by = SessionDimension.session
  @Option(help: ArgumentHelp(say("退货期算到哪天", "The day that windows are reckoned to.")))
  var today: BusinessDay?
  @OptionGroup var options: ListOptions

  func run() throws {
    guard let period = time.period else { return }
    try options.show(
      global.openForReports().reports.sessions(in: period, by: by, today: today))
  }
}
