internal import Channels
internal import Domain
internal import Postgres
internal import Tabular
internal import System

/// One row of an imported file, as its redacted copy has it, and what became of it.
public struct RawRow: Equatable, Sendable {
  /// The number of the import, and of the row among its rows that are not blank, from 1.
  public let number: Int64, row: Int
  /// The file's name and part, its profile, the import's state.
  public let file: String, profile: String, state: String
  /// The digests of the original file, which stays with the user, and of the redacted copy as it was imported.
  public let sha256: String, redactedSHA256: String
  /// The outcome: new, same, changed or rejected; empty for a row that is no data.
  public let outcome: String
  /// The order lines and after-sale cases it reports.
  public let subjects: [String]
  /// The columns that the profile names, and what is kept of their cells.
  public let cells: [Cell]
  /// Whether the file's row and its copy are as they were imported.
  public let isAsImported: Bool

  /// A cell, and the name of its column.
  public struct Cell: Equatable, Sendable {
    /// The column's name.
    public let column: String
    /// What is kept of it.
    public let value: String

    /// The value for people: without the marks of spreadsheets, nothing where it is spelled empty.
    public var plain: String { isEmptyCell(value) ? "" : trimmedCell(value) }
  }
}

extension Imports {
  /// Shows a row of an imported file.
  ///
  /// - Throws: `Problem` `import_unknown`, `import_row_unknown`; `import_differs` where the copy was changed so that it
  ///   cannot be read any more.
  public func row(_ row: Int, of number: Int64) throws -> RawRow {
    try translating {
      let found = try session.execute(
        """
        SELECT concat_ws('/', f.name, nullif(f.part, '')), f.profile, f.state,
          coalesce(max(o.outcome), ''),
          array_agg(o.subject ORDER BY o.subject) FILTER (WHERE o.subject IS NOT NULL),
          is_as_imported(f.file_id), f.sha256, f.redacted_sha256
        FROM import_file f
        LEFT JOIN import_row o ON o.snapshot_id BETWEEN first_in(f.file_id) AND last_in(f.file_id) AND o.row_no = \(row)
        WHERE f.file_id = \(number)
        GROUP BY f.file_id, f.name, f.part, f.profile, f.state, f.sha256, f.redacted_sha256
        """)
      guard let head = found.first else {
        throw Problem("import_unknown", ["import": String(number)])
      }
      let (file, profile, state, outcome, subjects, isAsImported) = try head.decode(
        (String, String, String, String, [String]?, Bool).self)
      let (sha256, redacted) = try head.decode((String, String).self, from: 6)
      let header: [String]
      let cells: [String]?
      do {
        (header, cells) = try (self.header(of: number), self.cells(of: row, in: number))
      } catch  where !isAsImported {
        throw Problem("import_differs", ["import": String(number)])
      }
      guard let cells else {
        throw Problem("import_row_unknown", ["import": String(number), "row": String(row)])
      }
      return RawRow(
        number: number, row: row, file: file, profile: profile, state: state, sha256: sha256,
        redactedSHA256: redacted, outcome: outcome, subjects: subjects ?? [],
        cells: cells.enumerated().compactMap { index, cell in
          // A column that the profile does not name has no name in the copy, and nothing in it.
          index < header.count && (!header[index].isEmpty || !cell.isEmpty)
            ? RawRow.Cell(column: header[index], value: cell) : nil
        }, isAsImported: isAsImported)
    }
  }

  /// The rows behind a posted line: of its order line and of the after-sale cases of it, in live files.
  ///
  /// - Throws: `Problem` `line_unknown`.
  public func rows(behind line: Int, of document: Int64) throws -> [RawRow] {
    let claims = try session.execute(
      "SELECT claim_id FROM line WHERE document_id = \(document) AND line_no = \(line)"
    ).map { try $0.decode(Int64?.self) }
    guard let claim = claims.first else {
      throw Problem("line_unknown", ["document": String(document), "line": String(line)])
    }
    guard let id = claim else {
      throw Problem("line_not_imported", ["document": String(document), "line": String(line)])
    }
    return try rows(claim: id)
  }

  /// The rows of an order of a platform, in live files.
  ///
  /// - Throws: `Problem` `order_no_unknown`.
  public func rows(ofOrder number: String) throws -> [RawRow] {
    let found = try rows(order: number)
    if found.isEmpty { throw Problem("order_no_unknown", ["order": number]) }
    return found
  }

  private func rows(claim: Int64? = nil, order: String? = nil) throws -> [RawRow] {
    try session.execute(
      """
      SELECT DISTINCT o.file_id, o.row_no
      FROM import_row o
      JOIN import_file f ON f.file_id = o.file_id AND f.state = 'live'
      WHERE o.claim_id = \(claim)::bigint OR o.order_no = \(order)
      ORDER BY o.file_id, o.row_no
      """
    ).map { row in
      let (file, number) = try row.decode((Int64, Int).self)
      return try self.row(number, of: file)
    }
  }

  private func cells(of row: Int, in file: Int64) throws -> [String]? {
    var found: [UInt8]?
    let chunks = try session.execute(
      """
      SELECT chunk_no FROM import_chunk
      WHERE file_id = \(file) AND first_row <= \(row) AND first_row + rows > \(row)
      """)
    for chunk in try chunks.map({ try $0.decode(Int.self) }) {
      try eachRedactedRow(of: file, chunk: chunk) { if $0 == row { found = $1 } }
    }
    guard let found else { return nil }
    let copy = try TemporaryFile(Array("x\n".utf8) + found)
    return try withExtendedLifetime(copy) { try TextFile.open(copy.path).firstRows(2).last }
  }
}
