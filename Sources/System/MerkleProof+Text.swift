/// A proof as text, which a person can carry and another program can read:
///
///     leaf 3 of 8
///     5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e
///     …
///
/// The leaf's place counts from zero; then the nodes beside its way to the root, the lowest first, a line each.
extension MerkleProof: LosslessStringConvertible {
  /// The text, each line with its end.
  public var description: String {
    "leaf \(index) of \(count)\n" + path.map { $0.hex + "\n" }.joined()
  }

  /// Reads a text as it was written, and no other.
  public init?(_ description: String) {
    var lines = description.linesByFeed(omittingEmpty: false)
    guard lines.popLast() == "", !lines.isEmpty else { return nil }
    let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 4, words[0] == "leaf", words[2] == "of",
      let index = Int(words[1]), let count = Int(words[3])
    else { return nil }
    let path = lines.compactMap { SHA256Digest(hex: $0) }
    self.init(index: index, count: count, path: path)
    guard path.count == lines.count, self.description == description else { return nil }
  }
}
