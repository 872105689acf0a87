import ArgumentParser
import Bangfu
import Domain

/// `bangfu status`: how the programme stands.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say("数据库与项目的现状", "Reports how the database and the programme stand."))

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let status: Programme.Status
    do {
      status = try global.open().status()
    } catch let problem as Problem
      where ["schema_older", "schema_newer", "schema_differs"].contains(problem.code)
    {
      return try show(
        Programme.schemaState(at: Session.database(), named: global.programme), problem)
    }
    let version = "\(status.serverVersion / 10_000).\(status.serverVersion % 10_000)"
    var facts: [(Column, String)] = [
      (.programme, global.programme),
      (.database, status.isPrivate ? "private" : "server"), (.serverVersion, version),
    ]
    let counts: [(Column, Int)] = [
      (.products, status.products), (.suppliers, status.suppliers), (.channels, status.channels),
      (.documents, status.documents), (.lines, status.lines), (.imports, status.imports),
      (.lowStock, status.lowStock),
    ]
    facts += counts.map { ($0, String($1)) }
    facts += [(.lastDay, status.lastDay ?? ""), (.newestImport, status.newestImport ?? "")]
    if status.persons > 0 { facts.append((.persons, String(status.persons))) }
    if let protection = status.protection { facts.append((.protection, protection.rawValue)) }
    show(facts)
  }

  /// Shows what is known of a schema that this program cannot work with, and why.
  private func show(_ state: Programme.SchemaState, _ problem: Problem) throws {
    let isPrivate = try Session.database().isPrivate
    show(
      [
        (.programme, global.programme), (.database, isPrivate ? "private" : "server"),
        (.serverVersion, "\(state.serverVersion / 10_000).\(state.serverVersion % 10_000)"),
        (.schema, String(state.found)), (.schemaKnown, String(state.known)),
      ])
    printToStandardError("bangfu: " + Sentences.sentence(for: problem))
  }

  private func show(_ facts: [(column: Column, cell: String)]) {
    switch format {
    case .json:
      printLine(
        JSON.object(
          facts.map { ($0.column.key, $0.cell.isEmpty ? .null : $0.column.json(Cell($0.cell))) }
        ).pretty)
    case .csv:
      printRows(Table([.field, .fact], rows: facts.map { [$0.column.key, $0.cell] }), .csv)
    case .table:
      let columns = [Column("key", "项目", "What"), Column("value", "现状", "How it stands")]
      printRows(
        Table(columns, rows: facts.map { [$0.column.title, $0.column.shown($0.cell)] }), .table)
    }
  }
}
