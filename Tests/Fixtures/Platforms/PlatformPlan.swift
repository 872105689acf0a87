/// What an order export of a platform other than 抖店 is to hold.
///
/// The same plan gives the same bytes.
public struct PlatformPlan: Sendable {
  /// Which platform.
  public let platform: FixturePlatform
  /// The month in which all of it happened.
  public var month: FixtureMonth
  /// The number of rows below the header.
  public var rows: Int
  /// What the orders follow from.
  public var seed: UInt64
  /// How the file is encoded; at first, the way the platform does.
  public var encoding: FixtureEncoding
  /// When the platform wrote the file, in seconds since 1970, where the file's name tells it.
  public var exportTime: Int?
  /// What is sold.
  public var products: [FixtureProduct]
  /// The county whose products count.
  public var county = "彭水"
  /// How many lines in a thousand carry a code that no catalogue knows.
  public var unknownPerThousand = 0
  /// How many orders in a thousand have two to four lines, where a platform's orders have several.
  public var severalPerThousand = 50

  /// Plans a file of the seed's products of Pengshui.
  public init(
    _ platform: FixturePlatform, month: FixtureMonth, rows: Int, seed: UInt64 = 1,
    products: [FixtureProduct] = FixtureProduct.pengshui
  ) {
    self.platform = platform
    self.month = month
    self.rows = rows
    self.seed = seed
    self.products = products
    encoding = platform.encoding
  }
}
