import Domain
import Testing

@Suite struct OwnUnitTests {
  @Test func `a product's units are read as a list has them`() throws {
    let units = try OwnUnit.list("箱=10 件=6箱；袋 ＝ 1/12、盒=0.5kg", of: "BC01")
    #expect(units.map(\.name) == ["箱", "件", "袋", "盒"])
    #expect(units.map(\.inner) == [nil, "箱", nil, "kg"])
    #expect(
      units.map(\.ratio) == [
        UnitRatio(10), UnitRatio(6), UnitRatio(1, 12), UnitRatio(1, 2),
      ])
    #expect(try OwnUnit.list("  ", of: "BC01") == [])
  }

  @Test(arguments: ["箱", "箱=", "箱=0", "箱=-1", "箱=10=20", "箱1=10", "箱=斤"])
  func `a unit that cannot be read is refused with its product`(_ word: String) {
    #expect(throws: Problem("product_units_malformed", ["code": "BC01", "text": word])) {
      try OwnUnit.list("件=2 " + word, of: "BC01")
    }
  }

  @Test func `a name is letters alone, and what it holds is a number`() {
    #expect(throws: Problem("product_unit_plain")) { try OwnUnit("10", holds: "10") }
    #expect(throws: Problem("product_unit_plain")) { try OwnUnit("", holds: "10") }
    #expect(throws: Problem("unit_holds_malformed", ["holds": "many"])) {
      try OwnUnit("箱", holds: "many")
    }
  }
}
