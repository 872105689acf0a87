import ArgumentParser
import Domain

/// Agreed beforehand to what a command would ask.
struct YesOption: ParsableArguments {
  @Flag(help: ArgumentHelp(say("日期少见也不再询问", "Do not ask about unlikely days."))) var yes = false

  /// Asks about the times that are unlikely; where nobody can be asked one that is past gets a warning.
  ///
  /// - Throws: `Problem` `confirmation_declined`, `confirmation_needed` for what is still to come, or
  ///   `ask_before_malformed`.
  func confirm(_ times: TypedTime?...) throws(Problem) { try confirm(times.compactMap(\.self)) }

  /// The same, for a list.
  func confirm(_ times: [TypedTime], before: String = "") throws(Problem) {
    try Today.expectOldest()
    if yes { return }
    for time in times {
      guard let doubt = time.doubt else { continue }
      if Prompting.isPossible || time.isToCome {
        try BangfuCLI.confirm(doubt + say("，没写错？", ": is that right?"), yes: false)
      } else {
        YesOption.note(before + doubt)
      }
    }
  }

  /// Says what is unlikely about the day that a list is asked of.
  static func note(_ time: TypedTime?) {
    if let doubt = time?.doubt { note(doubt) }
  }

  private static func note(_ doubt: String) {
    printToStandardError(say("注意：\(doubt)", "Note: \(doubt)."))
  }
}
