/// What an after-sale export of 抖店 is to hold: cases of a plan's orders.
public struct DouyinAfterSalePlan: Sendable {
  /// The orders, a row a sub-order.
  public let orders: DouyinPlan
  /// How many in a thousand have a case of those rows whose order does not tell that money went back.
  ///
  /// With 60, about a tenth of all rows have one.
  public var othersPerThousand = 60
  /// When the platform wrote the file, in seconds since 1970, where the file's name tells it.
  public var exportTime: Int?

  /// Plans the cases of a plan's orders.
  public init(_ orders: DouyinPlan) {
    self.orders = orders
    exportTime = orders.exportTime
  }
}

/// What a file of after-sale cases adds up to, and its orders with it.
public struct AfterSaleExpectation: Equatable, Sendable {
  /// The cases.
  public var rows = 0
  /// The fen of cash that went back for goods.
  public var cash = 0
  /// What the orders add up to once these cases are known as well.
  public var orders = Expectation()
}

/// An after-sale export of 抖店, written row by row in little memory.
public struct DouyinAfterSales: FixtureExport {
  private let plan: DouyinAfterSalePlan

  /// The names of the columns, in the order of the file.
  public static let header = DouyinCase.header

  /// Makes the export that a plan describes.
  public init(_ plan: DouyinAfterSalePlan) { self.plan = plan }

  /// The file's name: the export's time first, where it is told.
  public var name: String { Self.name(seed: ~plan.orders.seed, at: plan.exportTime) }

  /// Writes the file's bytes to a sink, and answers what it adds up to.
  public func write(
    to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> AfterSaleExpectation {
    let orders = plan.orders
    let exportDay = orders.exportTime.map(FixtureMonth.day(ofEpoch:))
    var file = try CSVFile(
      DouyinCase.columns, style: .tabLed, encoding: orders.encoding, to: sink)
    var cases = DouyinCases(plan)
    var expectation = AfterSaleExpectation()
    try orders.forEachRow { row, isFirst in
      expectation.orders.orders += isFirst ? 1 : 0
      let found = cases.next(of: row)
      if let found {
        try file.add(found)
        expectation.rows += 1
        expectation.cash += found.cash
      }
      expectation.orders.add(row, exportDay: exportDay, known: found)
    }
    try file.end()
    return expectation
  }
}

extension Expectation {
  /// Adds a row of orders whose after-sale case is known.
  fileprivate mutating func add(_ row: DouyinRow, exportDay: String?, known: DouyinCase?) {
    guard let known, let arrived = known.arrived, let paid = row.order.paid else {
      return add(row, exportDay: exportDay)
    }
    let item = known.item
    let back = known.goodsBack
    add([
      SoldLine(
        sku: item.knownSKU, goods: item.goods, back: back,
        quantity: known.cash >= item.cash ? 0 : item.quantity, isPending: !item.isKnown,
        isForeign: item.product.origin != row.county, day: row.month.day(at: paid),
        backDay: row.month.day(at: arrived))
    ])
  }
}
