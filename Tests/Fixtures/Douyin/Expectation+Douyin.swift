extension Expectation {
  /// Adds a row.
  mutating func add(_ row: DouyinRow, exportDay: String?) {
    add(row.soldLines(exportDay: exportDay))
  }
}

extension DouyinRow {
  fileprivate func soldLines(exportDay: String?) -> [SoldLine] {
    guard let paid = order.paid else { return [] }
    let isBack = order.fate.refund == .all
    return zip(items, shares(of: goods)).map { item, share in
      let quantity = !isBack && tellsQuantities ? (isJoined ? 1 : item.quantity) : 0
      return SoldLine(
        sku: item.knownSKU, goods: share, back: isBack ? share : 0, quantity: quantity,
        isPending: !item.isKnown || !tellsQuantities || order.fate.refund == .unknown,
        isForeign: item.product.origin != county, day: month.day(at: paid),
        backDay: exportDay ?? month.day(at: order.newest))
    }
  }

  /// The goods value of the row.
  private var goods: Int { sum(\.goods) }

  /// False where a row of several sub-orders does not tell how many pieces each has.
  private var tellsQuantities: Bool { !isJoined || sum(\.quantity) == items.count }

  /// An amount in parts for each sub-order by catalogue price, the rest to the largest remainders.
  ///
  /// Where a price is unknown, all weigh the same.
  private func shares(of amount: Int) -> [Int] {
    guard isJoined else { return [amount] }
    let weights = items.allSatisfy(\.isKnown) ? items.map(\.product.price) : items.map { _ in 1 }
    let whole = weights.reduce(0, +)
    var shares = weights.map { amount * $0 / whole }
    let rests = weights.map { amount * $0 % whole }
    let order = rests.indices.sorted { (rests[$0], -$0) > (rests[$1], -$1) }
    for index in order.prefix(amount - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }
}
