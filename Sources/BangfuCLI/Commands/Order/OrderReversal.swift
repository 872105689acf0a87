import ArgumentParser
import Bangfu
import Domain

/// Why a document is reversed, and whether to ask before.
struct OrderReversal: ParsableArguments {
  @Option(help: ArgumentHelp(say("原因（必写；在终端会问）", "Why; asked for at a terminal.")))
  var reason: String?
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  /// Shows the document and asks; returns the reason.
  ///
  /// - Throws: `Problem` `reason_needed` where none is given and nobody can be asked, and those of `confirm`.
  func agreed(in programme: Programme, _ document: Int64, _ question: String) throws -> String {
    if !yes || reason == nil, Prompting.isPossible {
      let order = try programme.orders.show(document)
      if let facts = Table(order.head).facts {
        printToStandardError(facts.text(within: Screen.width), terminator: "")
      }
      printToStandardError(
        Table(order.lines).forPeople.text(within: Screen.width), terminator: "")
    }
    try confirm(question, yes: yes)
    if let reason { return reason }
    guard Prompting.isPossible else { throw Problem("reason_needed") }
    return try Prompting.ask(say("原因：", "Why: "))
  }
}
