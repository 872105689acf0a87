/// A main order with its sub-orders; instants are seconds of the month.
struct DouyinOrder {
  let number: Int
  var items: [DouyinItem]
  let fate: DouyinFate
  let submitted: Int
  let paid: Int?, shipped: Int?, completed: Int?
  let receiver: DouyinReceiver
  /// Bits for what nothing depends on: channels, remarks, the streamer.
  let noise: UInt64
}

/// The orders of a plan, one after the other, without end.
struct DouyinOrders {
  private let plan: DouyinPlan
  private let prefix: Int
  private var random: SplitMix64
  private var count = 0

  init(_ plan: DouyinPlan) {
    self.plan = plan
    random = SplitMix64(seed: plan.seed &* 0x1_0001 &+ UInt64(plan.month.year * 12))
    for _ in 0..<plan.month.month { _ = random.next() }
    let series = Int(plan.seed % 10_000) * 131 + plan.month.year * 12 + plan.month.month
    prefix = 69_00000 + series % 100_000
  }

  mutating func next() -> DouyinOrder {
    let number = nextNumber()
    let fate = DouyinFate.drawn(from: &random)
    let several = random.chance(perThousand: plan.severalPerThousand) ? random.among(2...4) : 1
    let freight = random.chance(perThousand: 100) ? random.among(6...12) * 100 : 0
    let items = (0..<several).map {
      DouyinItem.drawn(
        number: number + $0, freight: $0 == 0 ? freight : 0, plan: plan, from: &random)
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

  /// Nineteen digits that begin with 69: the file's own series, a scrambled count, and a zero.
  private mutating func nextNumber() -> Int {
    count += 1
    return prefix * 1_000_000_000_000 + count * 38_196_601_319 % 100_000_000_000 * 10
  }

  /// An instant some seconds later, but of the same month.
  private mutating func later(_ second: Int, _ seconds: ClosedRange<Int>) -> Int {
    min(second + random.among(seconds), plan.month.seconds - 1)
  }
}
