/// An order export of a platform other than 抖店, written row by row in little memory.
public struct PlatformExport: FixtureExport {
  private let plan: PlatformPlan

  /// Makes the export that a plan describes.
  public init(_ plan: PlatformPlan) { self.plan = plan }

  /// The file's name: the export's time first, where it is told.
  public var name: String { Self.name(seed: plan.seed, at: plan.exportTime) }

  /// Writes the file's bytes to a sink, and answers what it adds up to.
  public func write(to sink: @escaping ([UInt8]) throws -> Void) throws -> Expectation {
    let platform = plan.platform
    var file = try CSVFile(
      platform.columns, style: platform.style, encoding: plan.encoding, to: sink)
    var orders = PlatformOrders(plan)
    var expectation = Expectation()
    while expectation.rows < plan.rows {
      let order = orders.next()
      expectation.orders += 1
      for place in order.items.indices.prefix(plan.rows - expectation.rows) {
        let row = PlatformRow(order: order, place: place, month: plan.month)
        try file.add(row)
        expectation.add(row.isPaid ? [soldLine(of: row)] : [])
      }
    }
    try file.end()
    return expectation
  }

  private func soldLine(of row: PlatformRow) -> SoldLine {
    let settled = plan.platform.settled(row)
    let item = row.item
    let exportDay = plan.exportTime.map(FixtureMonth.day(ofEpoch:))
    return SoldLine(
      sku: item.knownSKU, goods: settled.goods, back: settled.back,
      quantity: settled.back == settled.goods ? 0 : item.quantity,
      isPending: !item.isKnown || settled.isUnknown, isForeign: item.product.origin != plan.county,
      day: plan.month.day(at: row.order.paid ?? 0),
      backDay: exportDay ?? plan.month.day(at: plan.platform.newest(row)))
  }
}
