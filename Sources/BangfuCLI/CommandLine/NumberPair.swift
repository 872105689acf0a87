import Bangfu
import Domain

/// Two numbers with a colon between them: an import and its row, a document and its line.
struct NumberPair {
  let first: Int64
  let second: Int

  /// Reads `3:125`.
  ///
  /// - Throws: `Problem` `pair_malformed`.
  init(parsing text: String) throws(Problem) {
    let parts = text.typed.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
    guard parts.count == 2, let first = parts[0], let second = parts[1], second > 0,
      second < 1 << 30
    else { throw Problem("pair_malformed", ["text": text]) }
    self.first = first
    self.second = Int(second)
  }
}
