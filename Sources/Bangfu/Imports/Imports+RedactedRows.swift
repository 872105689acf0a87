internal import Channels
internal import Postgres
internal import Tabular
internal import System

/// Reading the redacted copy of an imported file.
extension Imports {
  /// Hands each row of one chunk to `body`.
  func eachRedactedRow(
    of file: Int64, chunk: Int, _ body: (Int, [UInt8]) throws -> Void
  ) throws {
    let first = try session.execute(
      "SELECT first_row FROM import_chunk WHERE file_id = \(file) AND chunk_no = \(chunk)"
    ).single().decode(Int.self)
    try RedactedLines(text: content(ofChunk: chunk, of: file), firstRow: first).forEach(body)
  }

  /// The text of a chunk.
  func content(ofChunk chunk: Int, of file: Int64) throws -> [UInt8] {
    let content = try session.execute(
      "SELECT content FROM import_chunk WHERE file_id = \(file) AND chunk_no = \(chunk)"
    ).single().decode([UInt8].self)
    return try gunzip(content, limit: 64 << 20)
  }

  /// Where the columns of a file are, by its redacted copy and the profile it was imported by.
  func layout(of file: Int64, in copy: TextFile) throws -> Layout {
    let name = try session.execute(
      "SELECT profile FROM import_file WHERE file_id = \(file)"
    ).single().decode(String.self)
    return try Layout(finding: session.profiles.choose(name), in: copy.firstRows(30))
  }

  /// The header of a file.
  func header(of file: Int64) throws -> [String] {
    let copy = try redactedCopy(of: file, onlyFirst: true)
    return try withExtendedLifetime(copy) {
      try layout(of: file, in: TextFile.open(copy.path)).header
    }
  }

  /// The redacted copy of a file, or its first chunk, as a temporary file.
  func redactedCopy(of file: Int64, onlyFirst: Bool = false) throws -> TemporaryFile {
    let copy = try TemporaryFile()
    let chunks = try session.execute(
      "SELECT chunk_no FROM import_chunk WHERE file_id = \(file) ORDER BY chunk_no")
    for number in try chunks.map({ try $0.decode(Int.self) }).prefix(onlyFirst ? 1 : .max) {
      try copy.write(try content(ofChunk: number, of: file))
    }
    return copy
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
