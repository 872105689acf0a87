/// One line of an order; amounts in fen.
struct FixtureItem {
  let number: Int
  let product: FixtureProduct
  /// False where 商家编码 is one that no catalogue knows.
  let isKnown: Bool
  let quantity: Int
  let freight: Int
  /// What the shop takes off, which nobody pays for.
  let shopDiscount: Int
  /// What the platform and the streamer take off and pay themselves.
  let platformSubsidy: Int, streamerSubsidy: Int

  var listed: Int { product.price * quantity }
  var payable: Int { cash + freight }
  /// What the buyer pays for the goods.
  var cash: Int { listed - discounts }
  /// What the goods are sold for, whoever pays it.
  var goods: Int { listed - shopDiscount }
  var discounts: Int { shopDiscount + platformSubsidy + streamerSubsidy }
  var merchantCode: String { isKnown ? product.sku : "WS-" + product.sku }
  /// The sku, empty where no catalogue knows it.
  var knownSKU: String { isKnown ? product.sku : "" }

  /// The platform's own number of the product.
  func platformID(lead: String, width: Int) -> String {
    let hash = product.sku.utf8.reduce(UInt64(17)) { ($0 &* 131 &+ UInt64($1)) % 1_000_000_007 }
    return lead + digits(Int(hash), width)
  }

  /// Draws a line of one of some products; freight is the order's, on its first line.
  static func drawn(
    number: Int, freight: Int, products: [FixtureProduct], unknownPerThousand: Int,
    from random: inout SplitMix64
  ) -> FixtureItem {
    let product = products[random.below(products.count)]
    let isKnown = !random.chance(perThousand: unknownPerThousand)
    let quantity = quantity(from: &random)
    let left = product.price * quantity
    let shop = random.chance(perThousand: 200) ? left * random.among(1...15) / 100 : 0
    let platform = random.chance(perThousand: 240) ? left * random.among(1...20) / 100 : 0
    let streamer = random.chance(perThousand: 80) ? left * random.among(1...10) / 100 : 0
    return FixtureItem(
      number: number, product: product, isKnown: isKnown, quantity: quantity, freight: freight,
      shopDiscount: shop, platformSubsidy: platform, streamerSubsidy: streamer)
  }

  private static func quantity(from random: inout SplitMix64) -> Int {
    switch random.below(100) {
    case 0..<80: 1
    case 80..<95: 2
    case 95..<99: 3
    default: random.among(4...20)
    }
  }
}
