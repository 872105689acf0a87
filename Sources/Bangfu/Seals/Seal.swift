internal import Postgres
internal import System

/// A seal: that the facts of some acts were as they were at a time.
public struct Seal: Equatable, Sendable {
  /// Its number, counted from one.
  public let number: Int64
  /// The hash of the seal before it; zeros where there is none.
  public let previous: String
  /// The root over its tables.
  public let root: String
  /// How many acts it covers.
  public let postings: Int
  /// The act of sealing.
  public let posting: Int64
  /// SHA-256 of `words`.
  public let hash: String
  /// What is printed of it, but for the hash.
  public let words: String

  /// All that is printed of it.
  public var text: String { words + "sha256 \(hash)\n" }

  /// Whether its hash is that of what it says.
  var isWhole: Bool { sha256Hex(words) == hash }

  /// The hash that somebody was given: as it is, or in a text that was printed, whatever stands around it.
  ///
  /// - Returns: nil where there is none, or where the text says another thing than its hash.
  public static func hash(in text: String) -> String? {
    let trimmed = text.split { $0.isWhitespace }
    if trimmed.count == 1 { return SHA256Digest(hex: trimmed[0])?.hex }
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    }
    guard let first = lines.firstIndex(where: { $0.hasPrefix("bangfu seal ") }),
      let last = lines[first...].firstIndex(where: { $0.hasPrefix("sha256 ") })
    else { return nil }
    let words = lines[first..<last].map { $0 + "\n" }.joined()
    let hash = String(lines[last].dropFirst("sha256 ".count))
    return sha256Hex(words) == hash ? hash : nil
  }

  /// Selects seals.
  static let query =
    """
    SELECT s.seal_no, s.previous, s.root, s.postings, s.posting_id, s.hash,
      seal_words(s.seal_no, s.previous, s.root, s.postings, s.sealed_at, s.sealed_by, s.posting_id)
    FROM seal s
    """

  init(_ row: Row) throws {
    (number, previous, root, postings, posting, hash, words) = try row.decode(
      (Int64, String, String, Int, Int64, String, String).self)
  }
}
