import ArgumentParser
import Bangfu
import Domain

/// `bangfu month status`: the checklist of a month.
struct MonthStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(
      "一个月结账前的清单：缺什么、怎么补", "Lists what hinders a month from being closed, and what mends it."),
    discussion: say(
      "有未了的事时退出码为 1。已结账的月份列出当时签字的事。",
      "Exit status 1 while anything is open. Of a closed month it lists what was signed for."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Flag(help: ArgumentHelp(say("同时核对全部不变量（bangfu check）", "Run bangfu check as well."))) var check =
    false
  @OptionGroup var options: ListOptions

  func run() throws {
    let status = try global.open().months.status(month, checking: check)
    try options.show(Table(status.points, isClosed: status.isClosed))
    printToStandardError(status.words)
    if !status.isClosed, !status.points.isEmpty { throw ExitCode(Exit.no.rawValue) }
  }
}

extension Table {
  /// The points of a month to print.
  init(_ points: [MonthPoint], isClosed: Bool = false) {
    self.init(
      [.key, .kind, .channel, .many, .amount, .example, isClosed ? .reason : .mendedBy],
      rows: points.map {
        [
          $0.key, $0.kind, $0.channel, String($0.many), $0.amount?.description ?? "", $0.example,
          $0.reason ?? $0.command,
        ]
      })
  }
}

extension MonthStatus {
  /// How the month stands.
  var words: String {
    if isClosed {
      return points.isEmpty
        ? say("\(month) 已结账", "\(month) is closed.")
        : say(
          "\(month) 已结账，签字 \(points.count) 项", "\(month) is closed; signed for: \(points.count).")
    }
    return points.isEmpty
      ? say("\(month) 未结账，没有未了的事", "\(month) is open, and nothing hinders its close.")
      : say(
        "\(month) 未结账，未了 \(points.count) 项",
        "\(month) is open; to mend or to sign for: \(points.count).")
  }
}
