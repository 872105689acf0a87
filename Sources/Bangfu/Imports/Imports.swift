internal import Channels
public import Domain
internal import Postgres
internal import System
internal import Tabular

/// Amounts that an act posted, in yuan.
public struct PostedAmounts: Equatable, Sendable {
  /// Sales.
  public var gross = Money.zero
  /// What was refunded.
  public var refunds = Money.zero
}

/// A row of an imported file that was rejected.
public struct ImportReject: Equatable, Sendable {
  /// The number among the file's rows that are not blank; the physical line; both from 1.
  public let row: Int, line: Int
  /// The column, and the reason's code.
  public let column: String, reason: String
}

/// Channel files.
public struct Imports {
  let session: Session

  /// Imports a channel file: text, a workbook, a web page, or an archive of these, known by content.
  ///
  /// Returns an import for each table that has a known format, at least one. The same file again changes nothing; files in any order, overlapping, split or repeated, give
  /// the same result. `progress` receives how many rows were read.
  ///
  /// - Throws: `Problem` where it holds no table, or is no file of a known format
  ///   (`file_not_recognised`, `column_missing`, …) or of another channel's platform;
  ///   `claim_elsewhere` where its orders are known under another channel.
  public func run(
    _ request: ImportRequest, progress: @escaping (Int) -> Void = { _ in }
  ) throws -> [ImportResult] {
    try translating {
      try Importer(session: session, request: request, progress: progress).run()
    }
  }

  /// How many rows of an import are pending by now.
  public func countPending(of number: Int64) throws -> Int {
    try session.execute("SELECT pending_rows(\(number))").single().decode(Int.self)
  }

  /// Lists the imports, newest first.
  public func list() throws -> Listed {
    try session.list(
      """
      SELECT f.file_id AS import, concat_ws('/', f.name, nullif(f.part, '')) AS file, c.code AS channel, f.profile,
        coalesce(to_char(f.snapshot_at, 'YYYY-MM-DD HH24:MI:SS'), '') AS snapshot,
        to_char(f.imported_at, 'YYYY-MM-DD HH24:MI:SS') AS imported_at, f.state,
        f.rows, f.new, f.same, f.changed, f.rejected, f.sha256
      FROM import_file f JOIN channel c ON c.channel_id = f.channel_id
      ORDER BY f.file_id DESC
      """)
  }

  /// Lists the rejected rows of an import.
  ///
  /// - Throws: `Problem` `import_unknown`.
  public func rejects(of number: Int64) throws -> [ImportReject] {
    if try !session.finds("SELECT FROM import_file WHERE file_id = \(number)") {
      throw Problem("import_unknown", ["import": String(number)])
    }
    return try session.execute(
      """
      SELECT row_no, line, column_name, reason FROM import_reject WHERE file_id = \(number) ORDER BY row_no
      """
    ).map { row in
      let (number, line, column, reason) = try row.decode((Int, Int, String, String).self)
      return ImportReject(row: number, line: line, column: column, reason: reason)
    }
  }

  /// Writes the rejected rows of an import, from its redacted copy, as a file that can be mended: what the copy does not
  /// keep, the refused cells among it, is blank.
  ///
  /// - Throws: `Problem` `import_unknown`, or why the file cannot be written.
  public func writeRejects(of number: Int64, to path: String) throws -> Int {
    try translating {
      let wanted = Set(try rejects(of: number).map(\.row))
      let copy = try redactedCopy(of: number)
      defer { withExtendedLifetime(copy) {} }
      let file = try TextFile.open(copy.path)
      let layout = try layout(of: number, in: file)
      let reader = try FileReader(layout: layout, prices: [:], day: "2010-01-01")
      var keys = Set<String>()
      func eachRow(_ body: (borrowing Tabular.Row, FileReader) throws -> Void) throws {
        var reader = reader
        try file.forEachRow { row in
          guard row.number > layout.headerRow else { return }
          _ = try? reader.read(row)
          try body(row, reader)
        }
      }
      if layout.profile.numbersLines {
        try eachRow { row, reader in
          if wanted.contains(row.number), let key = reader.lineKey(row) { keys.insert(key) }
        }
      }
      let writer = try NewFile(path, mode: 0o600, isReplacing: true)
      try writer.write("\u{FEFF}" + RejectFile.heading(of: layout))
      try eachRow { row, reader in
        guard wanted.contains(row.number) || reader.lineKey(row).map(keys.contains) ?? false else {
          return
        }
        try writer.write(RejectFile.line(row, reader.standingAlone(row), layout))
      }
      try writer.keep()
      return wanted.count
    }
  }

  /// Undoes an import: as if its file had never been imported.
  ///
  /// - Throws: `Problem` `import_unknown`, `import_undone`, `import_month_closed`.
  public func undo(_ number: Int64) throws -> PostedAmounts {
    try session.transaction { try undo(number, command: "import undo") }
  }

  /// Undoes an import within a transaction, as part of what the command does.
  func undo(_ number: Int64, command: String) throws -> PostedAmounts {
    let (gross, refunds) = try session.execute(
      """
      SELECT posted_gross, posted_refunds
      FROM import_undo(\(number), \(session.operatorName), \(command))
      """
    ).single().decode((Money, Money).self)
    return PostedAmounts(gross: gross, refunds: refunds)
  }
}
