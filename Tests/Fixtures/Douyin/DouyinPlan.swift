/// What a 抖店 export is to hold.
///
/// The same plan gives the same bytes.
///
///     let plan = DouyinPlan(month: try FixtureMonth("2026-10"), rows: 5_000, seed: 7)
///     let expectation = try DouyinExport(plan).write(to: "1791430000_7.csv")
///
/// Two plans of one seed and month hold the same orders, whatever their variant and encoding.
public struct DouyinPlan: Sendable {
  /// Which of the two exports.
  public var variant = DouyinVariant.sub
  /// The month in which all of it happened.
  public var month: FixtureMonth
  /// The number of rows below the header.
  public var rows: Int
  /// What the orders follow from.
  public var seed: UInt64
  /// How the file is encoded.
  public var encoding = FixtureEncoding.utf8
  /// When the platform wrote the file, in seconds since 1970, where the file's name tells it.
  public var exportTime: Int?
  /// What is sold.
  public var products: [FixtureProduct]
  /// The county whose products count.
  public var county = "彭水"
  /// How many lines in a thousand carry a 商家编码 that no catalogue knows.
  public var unknownPerThousand = 0
  /// How many main orders in a thousand have two to four sub-orders.
  public var severalPerThousand = 50

  /// Plans a file in the sub-order variant, in UTF-8, of the seed's products of Pengshui.
  public init(
    month: FixtureMonth, rows: Int, seed: UInt64 = 1,
    products: [FixtureProduct] = FixtureProduct.pengshui
  ) {
    self.month = month
    self.rows = rows
    self.seed = seed
    self.products = products
  }
}
