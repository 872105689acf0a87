/// What one row of an export tells: an order with those of its sub-orders that the row is of.
struct DouyinRow {
  let order: DouyinOrder
  let items: ArraySlice<DouyinItem>
  let month: FixtureMonth
  /// The county whose products count.
  let county: String

  var isJoined: Bool { items.count > 1 }

  func sum(_ amount: (DouyinItem) -> Int) -> Int { items.reduce(0) { $0 + amount($1) } }

  /// The sub-orders' texts, joined the way the main-order variant joins them.
  func joined(_ text: (DouyinItem) -> String) -> String {
    guard isJoined else { return items.first.map(text) ?? "" }
    return items.map(text).joined(separator: ";")
  }

  /// True in one of `bound` rows, by bits that nothing depends on.
  func often(_ bound: UInt64, shift: UInt64 = 0) -> Bool { (order.noise >> shift) % bound == 0 }

  /// One of some words, by the same bits.
  func one(of words: [String], shift: UInt64 = 0) -> String {
    words[Int((order.noise >> shift) % UInt64(words.count))]
  }
}
