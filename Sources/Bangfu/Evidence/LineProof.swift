public import Domain
internal import FoundationEssentials
internal import Postgres
internal import System

/// What shows that one line is in a published figure, without showing any other line.
///
/// As text it is six parts, a line each but for the last: what it is, what was published, the columns, the row, its place
/// among the lines, and the nodes beside its way to the root of the Merkle tree.
public struct LineProof: Equatable, Sendable, LosslessStringConvertible {
  private static let title = "bangfu proof of a line"

  /// What was published: canonical JSON, which has the root.
  public let published: String
  /// The line's columns and cells, as CSV.
  public let columns: String, row: String
  private let proof: MerkleProof

  init(published: String, columns: String, row: String, proof: MerkleProof) {
    (self.published, self.columns, self.row, self.proof) = (published, columns, row, proof)
  }

  /// Reads a text as it was written, and no other.
  public init?(_ description: String) {
    let lines = description.split(
      separator: "\n", maxSplits: 4, omittingEmptySubsequences: false
    ).map(String.init)
    guard lines.count == 5, lines[0] == Self.title, let proof = MerkleProof(lines[4]) else {
      return nil
    }
    self.init(published: lines[1], columns: lines[2], row: lines[3], proof: proof)
  }

  /// The text.
  public var description: String {
    [Self.title, published, columns, row, proof.description].joined(separator: "\n")
  }

  /// What it proves; nil where the row does not lead to the root that was published.
  public func check() -> (content: Published, cells: [(column: String, value: String)])? {
    guard let content = try? FigureContent.read(published), let lines = content.lines,
      lines.columns == columns, lines.count == proof.count
    else { return nil }
    let leaf = MerkleTree.hash(leaf: Array(row.utf8).span, by: SHA256Hasher())
    guard proof.root(from: leaf)?.hex == lines.root else { return nil }
    let cells = LineTally.cells(of: Array(row.utf8)[...])
    let names = columns.split(separator: ",").map(String.init)
    guard names.count == cells.count else { return nil }
    return (
      Published(
        programme: content.programme.name, month: content.month, version: content.version,
        counted: content.headline.counted, sha256: sha256Hex(published)),
      zip(names, cells).map { (column: $0, value: $1) }
    )
  }

  /// The version that a line is in.
  public struct Published: Equatable, Sendable {
    /// The programme, the month, and the version's number.
    public let programme: String, month: String, version: Int
    /// The figure, and the SHA-256 of what was published.
    public let counted: Money, sha256: String
  }
}

extension Figures {
  /// Proves that a line is in the newest published version of a month that counts it, or in a version that is named.
  ///
  /// - Throws: `Problem` `line_unpublished`, `figure_without_root`, `figure_unknown`, `evidence_differs`, `right_missing`.
  public func proof(
    ofLine line: Int, of document: Int64, in month: Month? = nil, version number: Int? = nil
  ) throws -> LineProof {
    try session.transaction(.repeatableRead, tries: 1) {
      try session.connection.run(
        script: "SET LOCAL work_mem = '64MB'; SET LOCAL enable_nestloop = off")
      let facts = ["document": "\(document)", "line": "\(line)"]
      let version = try self.version(counting: line, of: document, in: month, number)
      guard let version else { throw Problem("line_unpublished", facts) }
      let content = try FigureContent.read(version.text)
      guard let said = content.lines else {
        throw Problem(
          "figure_without_root", ["month": content.month, "version": "\(content.version)"])
      }
      var leaves: [SHA256Digest] = []
      var found: (index: Int, row: String)?
      let key = Array("\(document),\(line),".utf8)
      let hasher = SHA256Hasher()
      try session.connection.copyOut(
        """
        COPY (SELECT cells FROM evidence_lines WHERE of_month = '\(version.month.firstDay)'
          AND of_version = \(version.number) ORDER BY document, line) TO STDOUT
        """
      ) { row in
        let cells = CopyText.unescaped(row).dropLast()
        if cells.starts(with: key) {
          found = (leaves.count, String(decoding: cells, as: UTF8.self))
        }
        leaves.append(MerkleTree.hash(leaf: cells.span, by: hasher))
      }
      guard let found else { throw Problem("line_unpublished", facts) }
      let proof = LineProof(
        published: version.text, columns: said.columns, row: found.row,
        proof: MerkleProof(of: found.index, in: leaves))
      guard proof.check() != nil else {
        throw Problem(
          "evidence_differs",
          ["month": content.month, "version": "\(content.version)", "file": "lines"])
      }
      return proof
    }
  }

  /// The version that counts a line: the newest of them, of a month or of any.
  private func version(
    counting line: Int, of document: Int64, in month: Month?, _ number: Int?
  ) throws -> FigureVersion? {
    if let month, number != nil { return try version(of: month, number) }
    let rows = try session.execute(
      """
      SELECT v.month::text, v.version
      FROM line_span p
      JOIN figure_version v ON v.month = p.month AND v.posting_id >= p.since
        AND (p.until IS NULL OR v.posting_id < p.until)
      WHERE p.document = \(document) AND p.line = \(line)
        AND (\(month?.firstDay)::date IS NULL OR v.month = \(month?.firstDay)::date)
      ORDER BY v.posting_id DESC, v.month DESC LIMIT 1
      """)
    guard let row = rows.first else { return nil }
    let (first, version) = try row.decode((String, Int).self)
    guard let found = Month(String(first.prefix(7))) else { return nil }
    return try self.version(of: found, version)
  }
}
