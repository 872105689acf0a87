import ArgumentParser
import Bangfu

/// `bangfu order show`: shows a document.
struct OrderShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("显示一张单据", "Shows a document."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("单号", "The document's number."))) var document: Int64
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let order = try global.open().orders.show(document)
    let (head, lines, reversals) = (
      Table(order.head), Table(order.lines), Table(order.reversals)
    )
    switch format {
    case .csv: printRows(lines, .csv)
    case .table:
      if let facts = head.facts { printRows(facts, .table) }
      printLine()
      printRows(lines.forPeople, .table)
      if !reversals.rows.isEmpty {
        printLine()
        printRows(reversals.forPeople, .table)
      }
    case .json:
      guard case .array(let heads) = head.json, case .object(let members)? = heads.first else {
        return
      }
      printLine(
        JSON.object(members + [("lines", lines.json), ("taken_back", reversals.json)]).pretty)
    }
  }
}
