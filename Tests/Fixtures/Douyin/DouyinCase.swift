/// An after-sale case (售后单) of one sub-order; instants are seconds of the month.
struct DouyinCase: FixtureRow {
  /// What became of it.
  enum Outcome {
    /// So many fen of what the buyer paid for the goods went back.
    case back(Int)
    case open, closed, exchanged
  }

  let number: Int
  let row: DouyinRow
  let item: FixtureItem
  let outcome: Outcome
  let applied: Int
  /// When the money was with the buyer.
  let arrived: Int?

  var month: FixtureMonth { row.month }
  var noise: UInt64 { row.noise >> 3 }

  /// The fen of cash that went back; zero where none did.
  var cash: Int { if case .back(let cash) = outcome { cash } else { 0 } }

  /// The goods value that goes with the cash: the same part of it, rounded half away from zero.
  var goodsBack: Int {
    cash >= item.cash ? item.goods : (2 * item.goods * cash + item.cash) / (2 * item.cash)
  }
}

/// The cases of a plan's rows, drawn one by one.
struct DouyinCases {
  private let plan: DouyinAfterSalePlan
  private var random: SplitMix64
  private var numbers: OrderNumbers

  init(_ plan: DouyinAfterSalePlan) {
    self.plan = plan
    let orders = plan.orders
    random = SplitMix64(seed: ~orders.seed, month: orders.month)
    numbers = OrderNumbers(seed: orders.seed, month: orders.month, lead: 14, seriesBelow: 10_000)
  }

  /// The case of a row, where it has one: every row does whose order tells of money that went back.
  mutating func next(of row: DouyinRow) -> DouyinCase? {
    guard let paid = row.order.paid, let item = row.items.first else { return nil }
    let isTold = row.order.fate.refund != .nothing
    guard isTold || random.chance(perThousand: plan.othersPerThousand) else { return nil }
    let outcome = outcome(of: item, fate: row.order.fate)
    let applied = plan.orders.month.later(paid, 600...400_000, from: &random)
    let arrived = plan.orders.month.later(applied, 60...200_000, from: &random)
    var isBack = false
    if case .back = outcome { isBack = true }
    return DouyinCase(
      number: numbers.next(), row: row, item: item, outcome: outcome, applied: applied,
      arrived: isBack ? arrived : nil)
  }

  private mutating func outcome(of item: FixtureItem, fate: DouyinFate) -> DouyinCase.Outcome {
    if fate.refund == .all { return .back(item.cash) }
    let part = max(1, item.cash * random.among(5...90) / 100)
    if fate.refund == .unknown { return .back(part) }
    switch random.below(10) {
    case 0..<4: return .back(part)
    case 4..<7: return .back(item.cash)
    case 7: return .open
    case 8: return .closed
    default: return .exchanged
    }
  }
}
