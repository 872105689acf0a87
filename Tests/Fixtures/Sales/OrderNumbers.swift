/// The numbers of a file's orders: its own series, a scrambled count, and a zero that lines count from.
struct OrderNumbers {
  private let prefix: Int
  private var count = 0

  /// Makes the numbers that begin with `lead` and so many digits of the series that seed and month give.
  init(seed: UInt64, month: FixtureMonth, lead: Int, seriesBelow bound: Int) {
    let series = Int(seed % 10_000) * 131 + month.year * 12 + month.month
    prefix = lead * bound + series % bound
  }

  mutating func next() -> Int {
    count += 1
    return prefix * 1_000_000_000_000 + count * 38_196_601_319 % 100_000_000_000 * 10
  }
}

extension SplitMix64 {
  /// What the orders of a month follow from.
  init(seed: UInt64, month: FixtureMonth) {
    self.init(seed: seed &* 0x1_0001 &+ UInt64(month.year * 12))
    for _ in 0..<month.month { _ = next() }
  }
}

extension FixtureMonth {
  /// An instant some seconds after another, but of the same month.
  func later(
    _ second: Int, _ seconds: ClosedRange<Int>, from random: inout SplitMix64
  ) -> Int {
    min(second + random.among(seconds), self.seconds - 1)
  }
}
