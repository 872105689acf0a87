import Domain
import Testing

@Suite struct FixedPointTests {
  @Test(arguments: [
    (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (50, "0.50"), (-100, "-1.00"), (12_345, "123.45"),
    (13_800_000_000, "138000000.00"), (Int64.max, "92233720368547758.07"),
    (Int64.min, "-92233720368547758.08"),
  ])
  func `money is written with two digits after the point`(_ fen: Int64, _ text: String) {
    #expect(Money(minor: fen).description == text)
    var bytes = Array("x".utf8)
    Money(minor: fen).write(to: &bytes)
    #expect(bytes == Array(("x" + text).utf8))
  }

  @Test(arguments: [(0, "0.000"), (1, "0.001"), (1_500, "1.500"), (-20_000, "-20.000")])
  func `a quantity is written with three`(_ thousandths: Int64, _ text: String) {
    #expect(Quantity(minor: thousandths).description == text)
  }

  @Test func `what is written is read again`() {
    for minor in stride(from: Int64(-1_000_003), through: 1_000_003, by: 997) {
      #expect(Money(Money(minor: minor).description)?.minor == minor)
    }
  }
}
