import ArgumentParser
import Bangfu
import Domain

/// `bangfu status`: how the programme stands.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say("数据库与项目的现状", "Tells how the database and the programme stand."))

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let status: Programme.Status
    do {
      status = try global.open().status()
    } catch let problem as Problem
      where ["schema_older", "schema_newer", "schema_differs"].contains(problem.code)
    {
      return try show(Programme.schemaState(at: Session.place(), named: global.programme), problem)
    }
    let version = "\(status.serverVersion / 10_000).\(status.serverVersion % 10_000)"
    var rows = [
      ["programme", global.programme],
      ["database", status.isPrivate ? "private" : "server"], ["server_version", version],
    ]
    rows += status.counts.map { [$0.name, String($0.count)] }
    rows += [["last_day", status.lastDay ?? ""], ["newest_import", status.newestImport ?? ""]]
    show(rows, counts: Set(status.counts.map(\.name)))
  }

  /// Shows what can be told of a schema that this program cannot work with, and why.
  private func show(_ state: Programme.SchemaState, _ problem: Problem) throws {
    let isPrivate = try Session.place().isPrivate
    show(
      [
        ["programme", global.programme], ["database", isPrivate ? "private" : "server"],
        ["server_version", "\(state.serverVersion / 10_000).\(state.serverVersion % 10_000)"],
        ["schema", String(state.found)], ["schema_known", String(state.known)],
      ], counts: ["schema", "schema_known"])
    printToStandardError("bangfu: " + Sentences.sentence(for: problem))
  }

  private func show(_ rows: [[String]], counts: Set<String>) {
    switch format {
    case .json:
      printLine(
        JSON.object(
          rows.map { row in
            let cell =
              counts.contains(row[0])
              ? Int64(row[1]).map { JSON.int($0) } ?? .null
              : JSON.optional(row[1].isEmpty ? nil : row[1])
            return (row[0], cell)
          }
        ).pretty)
    case .csv: printRows(Table([Column("key", "key"), Column("value", "value")], rows: rows), .csv)
    case .table:
      printRows(
        Table(
          [Column("key", say("项目", "What")), Column("value", say("现状", "How it stands"))],
          rows: rows.map { [Headings.title($0[0]), Headings.word($0[1])] }), .table)
    }
  }
}
