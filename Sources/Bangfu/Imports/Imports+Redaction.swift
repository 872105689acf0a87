internal import Channels
public import Domain
internal import Postgres
internal import System
internal import Tabular

/// What redacting copies anew did.
public struct RedactionResult: Sendable {
  /// Imports whose copy was looked at, and those of which something was blanked.
  public var imports = 0, changed = 0
  /// The chunks that were replaced.
  public var chunks = 0
  /// Imports whose copy is left as it is, and why.
  public var left: [Untouched] = []

  /// An import whose copy is left as it is.
  public struct Untouched: Equatable, Sendable {
    /// The import's number.
    public let number: Int64
    /// Why.
    public let problem: Problem
  }
}

extension Imports {
  /// Redacts the copies of imports anew: what they hold beyond what is kept by now is blanked.
  ///
  /// A fact names the hash of each chunk before and after. What was replaced is gone from the database's files as
  /// well, but not from older backups. Without a number all imports are redacted.
  ///
  /// - Throws: `Problem` `import_unknown`, `reason_missing`.
  public func redact(_ number: Int64?, reason: String) throws -> RedactionResult {
    try translating {
      let files = try session.execute("SELECT copies_to_redact(\(number))")
        .map { try $0.decode(Int64.self) }
      var result = RedactionResult()
      for file in files {
        do {
          let chunks = try session.transaction { try redact(copyOf: file, reason) }
          result.chunks += chunks
          if chunks > 0 { result.changed += 1 }
        } catch let problem as Problem where problem.source == .program {
          result.left.append(.init(number: file, problem: problem))
        }
        result.imports += 1
      }
      if result.chunks > 0 {
        // Else the old contents stay in the files until their room is wanted.
        try session.execute("SELECT compact_chunks()")
      }
      return result
    }
  }

  /// Redacts the copy of a file, and returns how many chunks of it were replaced.
  ///
  /// - Throws: `Problem` where its profile is not known any more, or does not fit.
  private func redact(copyOf file: Int64, _ reason: String) throws -> Int {
    let kept = try redactedCopy(of: file)
    defer { withExtendedLifetime(kept) {} }
    let copy = try TextFile.open(kept.path)
    let layout = try layout(of: file, in: copy)
    var redaction = Redaction(layout)
    var reader = try FileReader(layout: layout, prices: [:], day: "2010-01-01")
    var chunks = try session.execute(
      "SELECT chunk_no, first_row + rows - 1 FROM import_chunk WHERE file_id = \(file) ORDER BY chunk_no"
    ).map { try $0.decode((Int, Int).self) }[...]
    var act: Int64?
    var replaced = 0
    var buffer: [UInt8] = []
    try copy.forEachRow { row in
      let isData = (try? reader.read(row))?.isData ?? false
      redaction.append(row, isRead: isData || row.number <= layout.headerRow, to: &buffer)
      guard let (chunk, last) = chunks.first, row.number == last else { return }
      chunks.removeFirst()
      defer { buffer.removeAll(keepingCapacity: true) }
      if try content(ofChunk: chunk, of: file) == buffer { return }
      let posting = try act ?? beginRedaction(reason)
      act = posting
      try session.execute("SELECT redact_chunk(\(posting), \(file), \(chunk), \(gzip(buffer)))")
      replaced += 1
    }
    return replaced
  }

  private func beginRedaction(_ reason: String) throws -> Int64 {
    try session.execute(
      "SELECT begin_redaction(\(session.operatorName), \(reason))"
    ).single().decode(Int64.self)
  }
}
