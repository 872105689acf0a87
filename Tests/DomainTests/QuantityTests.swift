import Domain
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("2", "2", true), ("2.000", "2", true), ("1.500", "1.5", false), ("0.001", "0.001", false),
    ("100", "100", true), ("0", "0", true), ("-20", "-20", true), ("-0.250", "-0.25", false),
  ])
  func `a quantity is shown without the zeros behind it`(
    _ text: String, _ short: String, _ isWhole: Bool
  ) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.short == short && quantity.isWhole == isWhole)
  }

  @Test func `three digits may follow the point`() {
    #expect(Quantity("0.125")?.minor == 125 && Quantity(whole: 3).minor == 3000)
    for text in ["0.1234", "1.", "", "１", "1,000", "99999999999999"] {
      #expect(Quantity(text) == nil)
    }
  }

  @Test func `one that is asked for is above zero`() throws {
    #expect(try Quantity(asked: "0.001", of: "BC01").minor == 1)
    let facts = { (text: String) in ["code": "BC01", "quantity": text] }
    for (text, code) in [
      ("0", "quantity_not_positive"), ("-1", "quantity_not_positive"), ("x", "quantity_malformed"),
      ("1.2345", "quantity_malformed"),
    ] {
      #expect(throws: Problem(code, facts(text))) { try Quantity(asked: text, of: "BC01") }
    }
  }
}
