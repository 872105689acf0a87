/// One sub-order; amounts in fen.
struct DouyinItem {
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
  var payable: Int { listed - shopDiscount - platformSubsidy - streamerSubsidy + freight }
  var discounts: Int { shopDiscount + platformSubsidy + streamerSubsidy }
  var merchantCode: String { isKnown ? product.sku : "WS-" + product.sku }

  /// Draws a sub-order of a product; freight is the order's, on its first sub-order.
  static func drawn(
    number: Int, freight: Int, plan: DouyinPlan, from random: inout SplitMix64
  ) -> DouyinItem {
    let product = plan.products[random.below(plan.products.count)]
    let isKnown = !random.chance(perThousand: plan.unknownPerThousand)
    let quantity = quantity(from: &random)
    let left = product.price * quantity
    let shop = random.chance(perThousand: 200) ? left * random.among(1...15) / 100 : 0
    let platform = random.chance(perThousand: 240) ? left * random.among(1...20) / 100 : 0
    let streamer = random.chance(perThousand: 80) ? left * random.among(1...10) / 100 : 0
    return DouyinItem(
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
