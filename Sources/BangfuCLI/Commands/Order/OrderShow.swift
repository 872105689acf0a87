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
    let order = try global.open().order(document)
    switch format {
    case .csv: printRows(order.lines.table(for: .csv), .csv)
    case .table:
      if let facts = order.head.facts { printRows(facts, .table) }
      printLine()
      printRows(order.lines.table(for: .table), .table)
      if !order.taken.rows.isEmpty {
        printLine()
        printRows(order.taken.table(for: .table), .table)
      }
    case .json:
      guard case .array(let heads) = order.head.table(for: .json).json,
        case .object(let members)? = heads.first
      else { return }
      printLine(
        JSON.object(
          members + [
            ("lines", order.lines.table(for: .json).json),
            ("taken_back", order.taken.table(for: .json).json),
          ]
        ).pretty)
    }
  }
}
