internal import Channels
internal import Postgres
internal import Tabular

/// Reading the redacted copy of an imported file.
extension Programme {
  /// Hands each row of a file's redacted copy to `body`, with its number and its line of CSV.
  func eachRedactedRow(of file: Int64, _ body: (Int, [UInt8]) throws -> Void) throws {
    let chunks = try connection.execute(
      "SELECT chunk_no FROM import_chunk WHERE file_id = \(file) ORDER BY chunk_no")
    for number in try chunks.map({ try $0.decode(Int.self) }) {
      try eachRedactedRow(of: file, chunk: number, body)
    }
  }

  /// Hands each row of one chunk to `body`.
  func eachRedactedRow(
    of file: Int64, chunk: Int, _ body: (Int, [UInt8]) throws -> Void
  ) throws {
    let (first, content) = try connection.execute(
      "SELECT first_row, content FROM import_chunk WHERE file_id = \(file) AND chunk_no = \(chunk)"
    ).single().decode((Int, [UInt8]).self)
    let text = try gunzip(content, limit: 64 << 20)
    try RedactedLines(text: text, firstRow: first).forEach(body)
  }

  /// The number of the row that is the header.
  func headerRow(of file: Int64) throws -> Int {
    let path = try firstRowsFile(of: file)
    defer { removeFile(path) }
    let rows = try TextFile.open(path).firstRows(30)
    let name = try connection.execute(
      "SELECT profile FROM import_file WHERE file_id = \(file)"
    ).single().decode(String.self)
    return try Layout(finding: profiles(named: name), in: rows).headerRow
  }

  private func firstRowsFile(of file: Int64) throws -> String {
    let content = try connection.execute(
      "SELECT content FROM import_chunk WHERE file_id = \(file) AND chunk_no = 1"
    ).single().decode([UInt8].self)
    return try writeTemporaryFile(try gunzip(content, limit: 64 << 20))
  }
}

/// The lines of a chunk; a line feed inside quotes does not end one.
struct RedactedLines {
  let text: [UInt8]
  let firstRow: Int

  func forEach(_ body: (Int, [UInt8]) throws -> Void) throws {
    var start = 0
    var number = firstRow
    var isQuoted = false
    for index in text.indices {
      if text[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard text[index] == UInt8(ascii: "\n"), !isQuoted else { continue }
      try body(number, Array(text[start...index]))
      start = index + 1
      number += 1
    }
  }
}
