import ArgumentParser
import Bangfu

/// `bangfu session`: who was live where, and when.
struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session",
    abstract: say("直播场次：谁、在哪、从几点到几点", "Livestream sessions: who, where, from when to when."),
    discussion: say(
      "导入的订单按渠道和付款时间归到场次；订单文件（没有就看结算）写了达人的，归到那个达人的场次。算账：bangfu report sessions。",
      """
      Imported orders fall to a session by channel and time of payment; where their file, or else settlements, name a \
      host, to one of that host. What came of them: bangfu report sessions.
      """),
    subcommands: [
      SessionAdd.self, SessionList.self, SessionShow.self, SessionChange.self, SessionUndo.self,
      SessionHosts.self,
    ])
}

extension LivestreamReceipt {
  /// Says what became of a session.
  func show(_ words: String, _ format: Format) {
    guard format == .table else {
      return printRows(
        Table(
          [.named("session"), .number, .named("repeated")],
          rows: [[String(session), String(number), repeated ? "yes" : "no"]]), format)
    }
    printLine(words + againWords(repeated))
  }
}
