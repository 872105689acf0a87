import Domain
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("0", 0), ("12", 1200), ("12.3", 1230), ("12.30", 1230), ("-0.01", -1), ("007.50", 750),
    ("999999999999.99", 99_999_999_999_999), ("-999999999999.99", -99_999_999_999_999),
  ])
  func `plain decimal text is read`(_ text: String, _ fen: Int64) {
    #expect(Money(text)?.minor == fen)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "1.234", "+1", "1e3", "1,000", " 1", "1 ", "1.2.3", "--1", "１",
    "1-", "0x1", "1000000000000.00", "99999999999999999999", "NaN", "∞",
  ])
  func `anything else is refused, not rounded`(_ text: String) {
    #expect(Money(text) == nil)
  }

  @Test(arguments: [
    (0, "0.00"), (-5, "-0.05"), (99_999, "999.99"), (100_000, "1,000.00"),
    (-123_456_789, "-1,234,567.89"), (13_800_000_000, "138,000,000.00"),
  ])
  func `people get a comma every three digits`(_ fen: Int64, _ text: String) {
    #expect(Money(minor: fen).grouped == text)
  }

  @Test(arguments: [
    ("6.50", "2", "13.00"), ("0.01", "0.499", "0.00"), ("0.01", "0.5", "0.01"),
    ("-0.01", "0.5", "-0.01"), ("3.33", "1.5", "5.00"), ("3.33", "1.499", "4.99"),
    ("999999999999.99", "1", "999999999999.99"), ("100000.00", "999999.999", "99999999900.00"),
    ("12.34", "-1.5", "-18.51"),
  ])
  func `a price times a quantity is rounded once, half away from zero`(
    _ price: String, _ quantity: String, _ amount: String
  ) throws {
    #expect(try #require(Money(price)) * #require(Quantity(quantity)) == Money(amount))
  }

  @Test(
    arguments: [
      (100, [1, 1, 1], [34, 33, 33]), (-100, [1, 1, 1], [-34, -33, -33]),
      (100, [0, 0], [50, 50]), (1, [1, 1, 1], [1, 0, 0]), (5, [0, 3], [0, 5]),
      (10, [1, 2, 4], [1, 3, 6]), (0, [7, 3], [0, 0]), (7, [5], [7]), (3, [0, 1, 1], [0, 2, 1]),
    ] as [(Int64, [Int64], [Int64])])
  func `an amount is split by weight, the rest by largest remainder, the earlier first`(
    _ fen: Int64, _ weights: [Int64], _ parts: [Int64]
  ) {
    #expect(Money(minor: fen).split(by: weights).map(\.minor) == parts)
  }

  @Test func `parts add up, and none is a fen off its share`() {
    var seed: UInt64 = 7
    func next(_ limit: Int64) -> Int64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(seed >> 33) % limit
    }
    for _ in 0..<2000 {
      let amount = Money(minor: next(1_000_000_000) - 500_000_000)
      let weights = (0...next(6)).map { _ in next(3) == 0 ? 0 : next(100_000) }
      let parts = amount.split(by: weights)
      #expect(parts.reduce(.zero, +) == amount && parts.count == weights.count)
      let whole = weights.reduce(0, +)
      guard whole > 0 else { continue }
      for (part, weight) in zip(parts, weights) {
        let off = Int128(part.minor) * Int128(whole) - Int128(amount.minor) * Int128(weight)
        #expect(off.magnitude < Int128(whole).magnitude)
      }
    }
  }

  @Test func `amounts are added, compared and turned round`() throws {
    let (one, two) = (try #require(Money("1.50")), try #require(Money("-2.25")))
    #expect(one + two == Money("-0.75") && one - two == Money("3.75") && -one == Money("-1.50"))
    #expect(two < one && Money.zero < one && !(one < one))
    var sum = one
    sum += one
    #expect(sum == Money("3.00"))
  }

  @Test func `an amount that is asked for is not negative`() throws {
    #expect(try Money(asked: "0", in: "x") == .zero)
    for text in ["-0.01", "1.234", "", "a"] {
      #expect(throws: Problem("amount_malformed", ["amount": text, "text": "whole"])) {
        try Money(asked: text, in: "whole")
      }
    }
  }
}
