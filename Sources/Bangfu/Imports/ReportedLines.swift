internal import Domain

/// The order lines that a file has reported, by the hashes of their numbers.
struct ReportedLines {
  private var lines = Set<Int>()

  /// Adds the line of a claim; returns the hash of its order's number, and whether the line was there.
  mutating func insert(_ claim: Claim) -> (order: Int, isRepeated: Bool) {
    var hasher = Hasher()
    hasher.combine(claim.orderNumber)
    let order = hasher.finalize()
    hasher = Hasher()
    hasher.combine(order)
    hasher.combine(claim.lineNumber)
    return (order, !lines.insert(hasher.finalize()).inserted)
  }
}
