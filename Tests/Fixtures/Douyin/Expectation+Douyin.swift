extension Expectation {
  /// Adds a row.
  mutating func add(_ row: DouyinRow, exportDay: String?) {
    rows += 1
    guard let paid = row.order.paid else {
      unpaid += 1
      return
    }
    let back = row.order.fate.refund == .all
    let goods =
      row.sum(\.payable) - row.sum(\.freight) + row.sum(\.platformSubsidy)
      + row.sum(\.streamerSubsidy)
    gross += goods
    byDay[row.month.day(at: paid), default: Sums()].gross += goods
    if back {
      refunds += goods
      let newest = max(row.order.submitted, paid, row.order.shipped ?? 0, row.order.completed ?? 0)
      byDay[exportDay ?? row.month.day(at: newest), default: Sums()].refunds += goods
    }
    add(lines: row, goods: goods, back: back)
  }

  private mutating func add(lines row: DouyinRow, goods: Int, back: Bool) {
    var isPending = false
    for (item, share) in zip(row.items, row.shares(of: goods)) {
      let sku = item.isKnown ? item.product.sku : ""
      bySKU[sku, default: Sums()].gross += share
      if back { bySKU[sku, default: Sums()].refunds += share }
      let quantity = row.isJoined ? 1 : item.quantity
      if !back && row.tellsQuantities { bySKU[sku, default: Sums()].quantity += quantity }
      if !item.isKnown || !row.tellsQuantities || row.order.fate.refund == .unknown {
        isPending = true
        pending += back ? 0 : share
      } else if item.product.origin != row.county {
        excluded += back ? 0 : share
      }
    }
    pendingRows += isPending ? 1 : 0
  }
}

extension DouyinRow {
  /// False where a row of several sub-orders does not tell how many pieces each has.
  fileprivate var tellsQuantities: Bool { !isJoined || sum(\.quantity) == items.count }

  /// An amount in parts for each sub-order by catalogue price, the rest to the largest remainders.
  ///
  /// Where a price is unknown, all weigh the same.
  fileprivate func shares(of amount: Int) -> [Int] {
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
