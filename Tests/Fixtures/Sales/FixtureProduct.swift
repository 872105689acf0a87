/// A product that fixture files sell.
public struct FixtureProduct: Hashable, Sendable {
  /// The sku, which files carry as 商家编码.
  public let sku: String
  /// The price of one piece, in fen.
  public let price: Int
  /// What the shop calls it.
  public let name: String
  /// Where it comes from; of another county's goods nothing counts.
  public let origin: String

  /// Makes a product; without an origin it is one of Pengshui.
  public init(sku: String, price: Int, name: String, origin: String = "彭水") {
    self.sku = sku
    self.price = price
    self.name = name
    self.origin = origin
  }

  /// The products of `sql/seed/pengshui.sql` that come from Pengshui.
  public static let pengshui = [
    FixtureProduct(sku: "BC01", price: 128_00, name: "彭水白茶 特级 50g"),
    FixtureProduct(sku: "BC02", price: 98_00, name: "彭水白茶 一级 100g"),
    FixtureProduct(sku: "BC03", price: 368_00, name: "彭水白茶 礼盒"),
    FixtureProduct(sku: "BC04", price: 39_90, name: "白茶袋泡茶"),
    FixtureProduct(sku: "HS01", price: 6_80, name: "彭水红薯"),
    FixtureProduct(sku: "HS02", price: 49_90, name: "蜜薯 精选箱装 5kg"),
    FixtureProduct(sku: "HS03", price: 18_50, name: "红薯干"),
    FixtureProduct(sku: "HS04", price: 15_80, name: "红薯脆片"),
    FixtureProduct(sku: "SF01", price: 16_80, name: "苕粉"),
    FixtureProduct(sku: "SF02", price: 45_00, name: "手工苕粉 5斤装"),
    FixtureProduct(sku: "DF01", price: 14_60, name: "红薯淀粉"),
    FixtureProduct(sku: "DF02", price: 19_90, name: "红薯淀粉 2斤装"),
    FixtureProduct(sku: "YC01", price: 86_00, name: "黄精"),
    FixtureProduct(sku: "YC02", price: 138_00, name: "天麻 250g"),
    FixtureProduct(sku: "YC03", price: 32_00, name: "金银花 100g"),
    FixtureProduct(sku: "YC04", price: 45_00, name: "杜仲叶茶"),
    FixtureProduct(sku: "JL01", price: 28_00, name: "锦鲤 红白 15cm"),
    FixtureProduct(sku: "JL02", price: 168_00, name: "锦鲤 大正三色 25cm"),
    FixtureProduct(sku: "MX01", price: 58_00, name: "苗绣香囊"),
    FixtureProduct(sku: "MX02", price: 268_00, name: "苗绣围巾"),
    FixtureProduct(sku: "MX03", price: 880_00, name: "苗绣挂画"),
    FixtureProduct(sku: "FM01", price: 88_00, name: "土蜂蜜 500g"),
    FixtureProduct(sku: "LR01", price: 76_00, name: "农家腊肉"),
    FixtureProduct(sku: "LY01", price: 90_00, name: "鲁渝协作·亲情之旅 门票"),
  ]

  /// The product of the seed that comes from elsewhere, whose sales are excluded.
  public static let foreign = FixtureProduct(
    sku: "AJ01", price: 118_00, name: "东阿阿胶糕 200g", origin: "聊城")
}

extension FixtureProduct {
  /// Reads products from `SKU:12.30:NAME,…`.
  public static func list(_ text: String) throws -> [FixtureProduct] {
    try text.split(separator: ",").map { part in
      let words = part.split(separator: ":", maxSplits: 2).map(String.init)
      guard words.count == 3, let price = fen(words[1]) else {
        throw FixtureError.product(String(part))
      }
      return FixtureProduct(sku: words[0], price: price, name: words[2])
    }
  }

  private static func fen(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int(parts[0]), whole >= 0 else { return nil }
    if parts.count == 1 { return whole * 100 }
    guard parts.count == 2, parts[1].utf8.count == 2, let rest = Int(parts[1]), rest >= 0 else {
      return nil
    }
    return whole * 100 + rest
  }
}
