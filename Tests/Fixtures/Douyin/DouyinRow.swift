/// What one row of an export tells: an order with those of its sub-orders that the row is of.
struct DouyinRow: FixtureRow {
  let order: DouyinOrder
  let items: ArraySlice<FixtureItem>
  let month: FixtureMonth
  /// The county whose products count.
  let county: String

  var noise: UInt64 { order.noise }
  var isJoined: Bool { items.count > 1 }

  func sum(_ amount: (FixtureItem) -> Int) -> Int { items.reduce(0) { $0 + amount($1) } }

  /// The sub-orders' texts, joined the way the main-order variant joins them.
  func joined(_ text: (FixtureItem) -> String) -> String {
    guard isJoined else { return items.first.map(text) ?? "" }
    return items.map(text).joined(separator: ";")
  }
}

extension DouyinPlan {
  /// Makes the rows one by one; `isFirst` tells that an order begins.
  func forEachRow(_ body: (DouyinRow, _ isFirst: Bool) throws -> Void) rethrows {
    var orders = DouyinOrders(self)
    var count = 0
    while count < rows {
      let order = orders.next()
      for (index, items) in parts(of: order).prefix(rows - count).enumerated() {
        try body(
          DouyinRow(order: order, items: items, month: month, county: county), index == 0)
        count += 1
      }
    }
  }

  private func parts(of order: DouyinOrder) -> [ArraySlice<FixtureItem>] {
    let items = order.items[...]
    return variant == .main ? [items] : items.indices.map { items[$0...$0] }
  }
}
