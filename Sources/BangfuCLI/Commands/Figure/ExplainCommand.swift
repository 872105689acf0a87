import ArgumentParser
import Bangfu
import Domain

/// `bangfu explain`: walks from an order up to every published version that it is in.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      "一笔订单怎样计入：明细、判定、月份、发布的版本",
      "Walks from an order up: its lines, verdicts, months, and the versions that they are in."),
    discussion: say(
      "按平台订单号；柜台的单子按单号。退款、更正和重复判定的明细一并列出。",
      """
      By the platform's number of the order; what was entered at a counter, by the number of its document. Its refunds and \
      corrections are listed with it.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("平台订单号，或单号", "The platform's order number, or a document's."), valueName: "order-no"))
  var order: String
  @OptionGroup var options: ListOptions

  func run() throws {
    let figures = try global.openForReports().figures
    let lines = try figures.explain(order: order.typed)
    let versions = try figures.versions(withOrder: order.typed)
    if options.format == .json || !options.isForPeople {
      guard case .screen(.json) = try options.target else { return try options.show(lines) }
      let unit = options.unit.code.map { [("unit", JSON.string($0))] } ?? []
      let tables = [("lines", lines), ("versions", versions)].map {
        ($0, Table($1).in(options.unit).json)
      }
      return printLine(JSON.object(unit + tables).pretty)
    }
    try options.show(lines)
    printLine()
    // The newest version of the month that its first line counts in.
    let month = lines.rows.first?[9]
    guard let first = lines.rows.first,
      let newest = versions.rows.last(where: { $0[0] == month }) ?? versions.rows.last
    else {
      return printLine(say("还没有发布过它所在的月份", "No month that it is in was published yet."))
    }
    printRows(Table(versions).in(options.unit).forPeople, .table)
    printLine()
    let command = "bangfu figure explain \(newest[0]) \(newest[1]) --line \(first[0]):\(first[1])"
    printLine(say("下一步，例如：\(command)", "Next, for example: \(command)"))
  }
}
