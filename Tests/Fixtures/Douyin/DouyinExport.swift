/// An order export of 抖店, written row by row in little memory, whatever its size.
public struct DouyinExport: Sendable {
  private let plan: DouyinPlan

  /// Makes the export that a plan describes.
  public init(_ plan: DouyinPlan) { self.plan = plan }

  /// The file's name, the way 抖店 chooses it: the export's time first, where it is told.
  public var name: String {
    var random = SplitMix64(seed: plan.seed)
    let hash = String(random.next(), radix: 16) + String(random.next(), radix: 16)
    return plan.exportTime.map { "\(digits($0, 10))_\(hash).csv" } ?? "\(hash).csv"
  }

  /// Writes the file, and answers what it adds up to.
  @discardableResult
  public func write(to path: String) throws -> Expectation {
    let file = try FixtureFile(path)
    return try write { try file.write($0) }
  }

  /// Answers the file's bytes, and what they add up to.
  public func bytes() throws -> (bytes: [UInt8], expectation: Expectation) {
    var bytes: [UInt8] = []
    let expectation = try write { bytes += $0 }
    return (bytes, expectation)
  }

  private func write(to sink: ([UInt8]) throws -> Void) throws -> Expectation {
    let transcoder = try Transcoder(plan.encoding)
    let columns = DouyinColumn.all(of: plan.variant)
    let exportDay = plan.exportTime.map(FixtureMonth.day(ofEpoch:))
    var orders = DouyinOrders(plan)
    var expectation = Expectation()
    var cells = CSVBytes()
    try sink(plan.encoding.mark)
    for column in columns { cells.plain(column.name) }
    cells.endRow()
    while expectation.rows < plan.rows {
      let order = orders.next()
      expectation.orders += 1
      for row in rows(of: order).prefix(plan.rows - expectation.rows) {
        for column in columns { column.write(row, &cells) }
        cells.endRow()
        expectation.add(row, exportDay: exportDay)
      }
      if cells.bytes.count > 1 << 20 || expectation.rows == plan.rows {
        try transcoder.convert(&cells.bytes, to: sink)
        cells.removeAll()
      }
    }
    if !cells.bytes.isEmpty { try transcoder.convert(&cells.bytes, to: sink) }
    return expectation
  }

  private func rows(of order: DouyinOrder) -> [DouyinRow] {
    let items = order.items[...]
    let parts = plan.variant == .main ? [items] : items.indices.map { items[$0...$0] }
    return parts.map {
      DouyinRow(order: order, items: $0, month: plan.month, county: plan.county)
    }
  }
}
