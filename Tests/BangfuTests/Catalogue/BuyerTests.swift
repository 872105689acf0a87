import Bangfu
import Domain
import TestSupport
import Testing

/// Organisations that buy.
@Suite struct BuyerTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  /// Codes that their owners publish, and what a slip of the hand makes of one.
  @Test func `a credit code is kept where its last character proves the others`() throws {
    var buyer = BuyerDraft(code: "LCYZ")
    for code in ["91330100799655058B", "9144030071526726XG", " 91110000802100433b　"] {
      buyer.creditCode = code
      try shop.programme.buyers.change(buyer)
    }
    #expect(try shop.programme.buyers.show("LCYZ").creditCode == "91110000802100433B")
    for wrong in [
      "91330100799655058C", "91330100799655085B", "9133010079965505B", "91330100799655058BB",
      "I1330100799655058B", "91330100７99655058B",
    ] {
      buyer.creditCode = wrong
      #expect(
        refusal { try shop.programme.buyers.change(buyer) } == "buyer_credit_code_sound", "\(wrong)"
      )
    }
    buyer.creditCode = ""
    (buyer.terms, buyer.contact) = (30, "王老师 0635-1")
    try shop.programme.buyers.change(buyer)
    let kept = try shop.programme.buyers.show("LCYZ")
    #expect(kept.creditCode == "" && kept.terms == 30 && kept.contact == "王老师 0635-1")
    buyer.terms = 367
    #expect(refusal { try shop.programme.buyers.change(buyer) } == "buyer_terms_plausible")
  }

  @Test func `a list adds and changes buyers, or names every fault and keeps nothing`() throws {
    let path = shop.folder.path + "/buyers.csv"
    func importList(_ lines: String...) throws -> BuyerImport {
      let header = "单位代码,单位名称,单位性质,统一社会信用代码,联系人,账期"
      try shop.write(([header] + lines).joined(separator: "\n") + "\n", to: path)
      return try shop.programme.buyers.importFile(path)
    }
    let done = try importList(
      "LCYZ,聊城第一中学食堂,,91110000802100433B,,30", "DC,东昌府区政府食堂,食堂,,李,15", "LCZGH,聊城市总工会,工会,,,")
    #expect(done.rows == 3 && done.new == 1 && done.changed == 1)
    let buyers = try shop.programme.buyers.list()
    let added = buyers.first { $0.code == "DC" }
    #expect(added?.kind == "canteen" && added?.terms == 15 && added?.contact == "李")
    #expect(buyers.first { $0.code == "LCYZ" }?.kind == "canteen", "an empty cell leaves it")
    #expect(
      faults {
        _ = try importList(
          "E1,一,食堂,91110000802100433A,,", "E2,二,学校,,,", "E3,三,食堂,,,ten", "E4,,食堂,,,")
      } == ["4 buyer_terms_plausible", "5 buyer_cell_missing"])
    #expect(
      faults { _ = try importList("E1,一,食堂,91110000802100433A,,", "E2,二,学校,,,") }
        == ["2 buyer_credit_code_sound", "3 buyer_kind_known"])
    #expect(try shop.programme.buyers.list() == buyers)
  }
}
