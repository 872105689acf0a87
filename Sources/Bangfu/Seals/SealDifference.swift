/// What differs between the rows that a seal covers and those that are there, by their marks.
struct SealDifference {
  /// The places, among the rows that are there, of those that were changed.
  private(set) var changed: [Int] = []
  /// The places of those that were added.
  private(set) var added: [Int] = []
  /// The places of the rows before which some were removed, one for each that was.
  private(set) var removed: [Int] = []

  /// How far the marks of both sides are looked through for where they go on alike; less where much has changed.
  private static let widest = 64, narrow = 4

  /// Compares; a row that was changed stands where it stood.
  init(sealed: [UInt32], found: [UInt32]) {
    var (left, right, misses) = (0, 0, 0)
    while left < sealed.count, right < found.count {
      if sealed[left] == found[right] {
        left += 1
        right += 1
        continue
      }
      let reach = misses < 1_000 ? Self.widest : Self.narrow
      let skip = Self.skip(sealed[left...], found[right...], within: reach)
      if skip == nil { misses += 1 }
      let (gone, come) = skip ?? (1, 1)
      let both = min(gone, come)
      changed += right..<(right + both)
      added += (right + both)..<(right + come)
      removed += Array(repeating: right + come, count: gone - both)
      left += gone
      right += come
    }
    added += right..<found.count
    removed += Array(repeating: found.count, count: sealed.count - left)
  }

  /// The least numbers of marks to leave out on both sides after which two marks, or the last, are alike.
  private static func skip(
    _ sealed: ArraySlice<UInt32>, _ found: ArraySlice<UInt32>, within reach: Int
  ) -> (Int, Int)? {
    func areAlike(_ gone: Int, _ come: Int) -> Bool {
      let one = sealed.dropFirst(gone).prefix(2)
      let other = found.dropFirst(come).prefix(2)
      if one.isEmpty && other.isEmpty { return true }
      return one.first == other.first
        && (one.count < 2 || other.count < 2 || one.last == other.last)
    }
    for sum in 1...reach {
      // As many on both sides first: a change is likelier than a row that went and one that came.
      for gone in (0...sum).sorted(by: { abs(2 * $0 - sum) < abs(2 * $1 - sum) })
      where gone <= sealed.count && sum - gone <= found.count {
        if areAlike(gone, sum - gone) { return (gone, sum - gone) }
      }
    }
    return nil
  }
}
