import ArgumentParser
import Bangfu
import Domain

/// `bangfu session hosts`: the hosts that orders name, and whose orders are in no session.
struct SessionHosts: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hosts",
      abstract: say(
        "订单写的主播，以及不在场次的订单", "The hosts that orders name, and what of it is in no session."),
      discussion: say(
        "订单文件写了主播（达人ID、昵称）的，按最新的文件；没有写的，按结算。只看有场次的渠道。不在场次的：这个主播那时没有场次。",
        """
        Hosts (达人) as order files name them, by the newest file that does, or else settlements; on channels that have \
        sessions. What is outside names a host who was in no session then.
        """))
  }
  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: PeriodOption
  @OptionGroup var options: ListOptions

  func run() throws {
    guard let period = time.period else { return }
    let report = try global.openForReports().livestreams.hosts(in: period)
    try options.show(report)
    let outside = report.rows.keys.firstIndex(of: "outside") ?? 0
    guard report.rows.rows.contains(where: { $0[outside] != "0" }) else { return }
    printToStandardError(
      say(
        "不在场次的：用 bangfu session add 主播 --host-id 达人ID 补上场次；已经登记成别的名字的，用 bangfu session change 场次 --host-id 达人ID "
          + "（文件里没有达人ID的，写昵称）",
        "What is outside: bangfu session add HOST --host-id NUMBER adds the session; one that is there under another name is "
          + "theirs by bangfu session change SESSION --host-id NUMBER (the name, where files have no number)"
      ))
  }
}
