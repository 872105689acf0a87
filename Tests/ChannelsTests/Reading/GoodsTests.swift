import Domain
import Testing

@testable import Channels

/// What the goods of a row are worth, by the profile's terms.
@Suite struct GoodsTests {
  private func goods(
    _ terms: String, price: String = "3.333", quantity: String = "1.5", other: String = "-",
    amounts: String = ""
  ) throws -> SampleFile {
    let text = """
      name = "a"
      platform = "p"
      core = ["order", "quantity"]
      measures = true
      goods = [\(terms)]
      sold = ["paid"]
      [columns]
      order = ["单号"]
      name = ["品"]
      quantity = ["件"]
      price = ["单价"]
      freight = ["运费"]
      platform-subsidy = ["补贴"]
      paid = ["付款"]
      \(amounts)
      """
    let library = ProfileLibrary(texts: [("a.toml", text)])
    return try SampleFile(
      "单号 品 件 单价 运费 补贴 付款 服务费",
      [
        [
          "单号": "1", "品": "茶", "件": quantity, "单价": price, "运费": "2.00", "补贴": "-",
          "付款": "2026-10-05 10:00:00", "服务费": other,
        ]
      ], .init(profiles: library.choose("a")))
  }

  @Test(arguments: [
    ("3.333", "1.5", "5.00"), ("3.33", "1.5", "5.00"), ("0.005", "1", "0.01"),
    ("0.004", "1", "0.00"),
    ("10", "0", "0.00"), ("¥1,000.00", "2", "2000.00"),
  ])
  func `a price times the quantity is rounded once`(
    _ price: String, _ quantity: String, _ worth: String
  ) throws {
    let file = try goods("\"price*quantity\"", price: price, quantity: quantity)
    #expect(file.claims.map(\.goods.description) == [worth])
    // No row tells what was due: it is what the goods and the freight are worth.
    #expect(file.claims.map(\.payable) == [file.claims[0].goods + file.claims[0].freight])
  }

  @Test func `terms are added and taken off, a blank one is nothing`() throws {
    let file = try goods("\"price*quantity\", \"platform-subsidy\", \"-freight\"", price: "10")
    #expect(file.claims.map(\.goods) == [Money("13.00")])
  }

  @Test func `an amount of its own column counts as its term says`() throws {
    let amounts = "[amounts]\nfee = ['服务费']"
    let terms = "\"price*quantity\", \"-fee\""
    #expect(
      try goods(terms, price: "10", other: "4", amounts: amounts).claims[0].goods == Money("11"))
    #expect(try goods(terms, price: "10", amounts: amounts).claims[0].goods == Money("15"))
    #expect(
      try goods(terms, price: "10", other: "x", amounts: amounts).refused
        == ["服务费 cell_not_an_amount"])
  }

  @Test func `what cannot be multiplied is refused`() throws {
    let term = "\"price*quantity\""
    #expect(try goods(term, price: "many").refused == ["单价 cell_not_an_amount"])
    #expect(try goods(term, price: "-").refused == ["单价 cell_missing"])
    #expect(try goods(term, quantity: "-").refused == ["件 cell_missing"])
  }
}
