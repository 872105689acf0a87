/// A main order with its sub-orders; instants are seconds of the month.
struct DouyinOrder {
  let number: Int
  var items: [FixtureItem]
  let fate: DouyinFate
  let submitted: Int
  let paid: Int?, shipped: Int?, completed: Int?
  let receiver: FixtureReceiver
  /// Bits for what nothing depends on: channels, remarks, the streamer.
  let noise: UInt64

  /// The newest instant that its rows tell.
  var newest: Int { max(submitted, paid ?? 0, shipped ?? 0, completed ?? 0) }
}

/// The orders of a plan, one after the other, without end.
struct DouyinOrders {
  private let plan: DouyinPlan
  private var random: SplitMix64
  private var numbers: OrderNumbers

  init(_ plan: DouyinPlan) {
    self.plan = plan
    random = SplitMix64(seed: plan.seed, month: plan.month)
    numbers = OrderNumbers(seed: plan.seed, month: plan.month, lead: 69, seriesBelow: 100_000)
  }

  mutating func next() -> DouyinOrder {
    let number = numbers.next()
    let fate = DouyinFate.drawn(from: &random)
    let several = random.chance(perThousand: plan.severalPerThousand) ? random.among(2...4) : 1
    let freight = random.chance(perThousand: 100) ? random.among(6...12) * 100 : 0
    let items = (0..<several).map {
      FixtureItem.drawn(
        number: number + $0, freight: $0 == 0 ? freight : 0, products: plan.products,
        unknownPerThousand: plan.unknownPerThousand, from: &random)
    }
    let submitted = random.below(plan.month.seconds - 1)
    let paid = fate.paid ? later(submitted, 5...900) : nil
    let shipped = fate.isShipped ? paid.map { later($0, 3_600...120_000) } : nil
    let isOver = fate.orderStatus != "待发货" && fate.orderStatus != "已发货"
    let completed = isOver ? later(shipped ?? paid ?? submitted, 1_800...700_000) : nil
    return DouyinOrder(
      number: number, items: items, fate: fate, submitted: submitted, paid: paid,
      shipped: shipped, completed: completed, receiver: .drawn(from: &random),
      noise: random.next())
  }

  private mutating func later(_ second: Int, _ seconds: ClosedRange<Int>) -> Int {
    plan.month.later(second, seconds, from: &random)
  }
}
