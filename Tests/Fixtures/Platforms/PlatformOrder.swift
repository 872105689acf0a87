/// An order of a platform with its lines; instants are seconds of the month.
struct PlatformOrder {
  let number: Int
  let items: [FixtureItem]
  let fate: PlatformFate
  let submitted: Int
  let paid: Int?, shipped: Int?, completed: Int?
  let receiver: FixtureReceiver
  /// Bits for what nothing depends on.
  let noise: UInt64
}

/// The orders of a plan, one after the other, without end.
struct PlatformOrders {
  private let plan: PlatformPlan
  private var random: SplitMix64
  private var numbers: OrderNumbers

  init(_ plan: PlatformPlan) {
    self.plan = plan
    random = SplitMix64(seed: plan.seed, month: plan.month)
    let (lead, bound) = plan.platform.numberLead
    numbers = OrderNumbers(seed: plan.seed, month: plan.month, lead: lead, seriesBelow: bound)
  }

  mutating func next() -> PlatformOrder {
    let number = numbers.next()
    let fate = PlatformFate.drawn(from: &random)
    let several = random.chance(perThousand: plan.severalPerThousand) ? random.among(2...4) : 1
    let freight = random.chance(perThousand: 100) ? random.among(6...12) * 100 : 0
    let items = (0..<(plan.platform.hasLines ? several : 1)).map {
      FixtureItem.drawn(
        number: number + 1 + $0, freight: $0 == 0 ? freight : 0, products: plan.products,
        unknownPerThousand: plan.unknownPerThousand, from: &random)
    }
    let submitted = random.below(plan.month.seconds - 1)
    let paid = fate.stage == .unpaid ? nil : later(submitted, 5...900)
    let isShipped = fate.stage == .shipped || fate.stage == .done
    let shipped = isShipped ? paid.map { later($0, 3_600...120_000) } : nil
    let completed = fate.stage == .done ? shipped.map { later($0, 1_800...700_000) } : nil
    return PlatformOrder(
      number: number, items: items, fate: fate, submitted: submitted, paid: paid,
      shipped: shipped, completed: completed, receiver: .drawn(from: &random),
      noise: random.next())
  }

  private mutating func later(_ second: Int, _ seconds: ClosedRange<Int>) -> Int {
    plan.month.later(second, seconds, from: &random)
  }
}
