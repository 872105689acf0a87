import Domain
import Testing

@Suite struct UnitTests {
  @Test func `a unit converts there and back to what it was, or is refused`() throws {
    var even = 0
    for numerator in [1, 2, 3, 7, 10, 25, 453, 1000, 1_000_000] as [Int64] {
      for denominator in [1, 2, 3, 12, 20, 1000] as [Int64] {
        let ratio = try #require(UnitRatio(numerator, denominator))
        for minor in stride(from: Int64(0), through: 2_000_003, by: 9_973) {
          let number = Quantity(minor: minor)
          let isEven = Int128(minor) * Int128(numerator) % Int128(denominator) == 0
          let base = ratio.base(of: number)
          #expect((base != nil) == isEven)
          guard let base else { continue }
          even += 1
          #expect(ratio.number(of: base) == number)
          #expect(Int128(base.minor) * Int128(denominator) == Int128(minor) * Int128(numerator))
        }
      }
    }
    #expect(even > 5000)
  }

  @Test(
    arguments: [
      ("10", 10, 1), ("12.5", 25, 2), ("1/12", 1, 12), ("0.5", 1, 2), ("2.5/7.5", 1, 3),
      ("1000", 1000, 1), ("6/4", 3, 2),
    ] as [(String, Int64, Int64)])
  func `a ratio is read in lowest terms`(_ text: String, _ numerator: Int64, _ denominator: Int64) {
    #expect(UnitRatio(text) == UnitRatio(numerator, denominator))
    #expect(UnitRatio(text)?.numerator == numerator)
  }

  @Test(arguments: [
    "", "0", "-1", "1/0", "0/1", "1/2/3", "/2", "1/", "a", "1e3", "１０", "1.2345", "1 0",
  ])
  func `what is no ratio is refused`(_ text: String) {
    #expect(UnitRatio(text) == nil)
  }

  @Test(
    arguments: [
      ("5", "5", nil), ("5斤", "5", "斤"), ("2.5 公斤", "2.5", "公斤"), ("2kg", "2", "kg"),
      ("1e3", "1e3", nil), ("5斤装2", "5斤装2", nil), ("斤", "斤", nil), ("", "", nil),
      ("5斤 ", "5斤 ", nil),
      ("1,5斤", "1,5", "斤"), ("5  斤", "5 ", "斤"),
    ] as [(String, String, String?)])
  func `a number and its unit are told apart`(_ text: String, _ number: String, _ unit: String?) {
    let parts = EnteredQuantity.split(text)
    #expect(parts.number == number && parts.unit == unit)
  }

  @Test(arguments: ["", "斤", "0斤", "-1斤", "1.2345斤", "１斤", "1 2斤", "5斤装2", "1,5斤", "1..5kg", "５"])
  func `what is no quantity is refused`(_ text: String) {
    #expect(throws: Problem.self) { try EnteredQuantity(asked: text, of: "HS01") }
  }

  @Test func `a unit said twice must be the same`() throws {
    #expect(try EnteredQuantity(asked: "5斤", of: "X", unit: "斤").unit == "斤")
    #expect(try EnteredQuantity(asked: "5", of: "X", unit: "斤").unit == "斤")
    #expect(try EnteredQuantity(asked: "0", of: "X", orZero: true).number == .zero)
    #expect(throws: Problem("unit_twice", ["code": "X", "quantity": "5斤", "unit": "公斤"])) {
      try EnteredQuantity(asked: "5斤", of: "X", unit: "公斤")
    }
    #expect(throws: Problem.self) { try EnteredQuantity(asked: "-1", of: "X", orZero: true) }
  }

  @Test func `an order's line is read with its unit and the price of one`() throws {
    let line = try OrderLine(parsing: "HS01:2.5斤@3.20")
    #expect(line.quantity == Quantity("2.5") && line.unit == "斤" && line.price == Money("3.20"))
    #expect(try OrderLine(parsing: "a:b:2箱").code == "a:b")
  }
}
