import Domain
import Testing

@Suite struct ListingProposalsTests {
  private let proposals = ListingProposals(products: [
    .init(sku: "BC01", name: "彭水白茶 特级 50g", barcodes: ["6901234567892"]),
    .init(sku: "BC02", name: "彭水白茶 礼盒", barcodes: []),
    .init(sku: "HS01", name: "红薯", barcodes: ["6909999999999"]),
    .init(sku: "HS03", name: "红薯干 500克", barcodes: []),
  ])

  private func proposed(
    code: String = "", barcode: String = "", name: String = "", spec: String = ""
  ) -> String? {
    proposals.product(code: code, barcode: barcode, name: name, spec: spec).map {
      "\($0.sku) \($0.reason)"
    }
  }

  @Test func `a barcode goes before a code, and a code before a name`() {
    #expect(proposed(code: "bc02", barcode: "6901234567892", name: "红薯干 500克") == "BC01 barcode")
    #expect(proposed(code: "6909999999999", name: "彭水白茶") == "HS01 barcode")
    #expect(proposed(code: "bc02", name: "红薯干 500克") == "BC02 code")
    #expect(proposed(code: "店-HS03-A", name: "红薯") == "HS03 code")
  }

  @Test func `a code within another is none, and one of two codes is nobody's`() {
    #expect(proposed(code: "BC010") == nil)
    #expect(proposed(code: "BC01/BC02") == nil)
  }

  @Test func `a name is proposed where nearly all of it is in the title, the longer one first`() {
    #expect(proposed(name: "【产地直发】红薯干500克装") == "HS03 name")
    #expect(proposed(name: "彭水白茶特级", spec: "50g/盒") == "BC01 name")
    #expect(proposed(name: "红薯") == "HS01 name")
    #expect(proposed(name: "烤红薯机") == nil)
    #expect(proposed(name: "洗衣液") == nil && proposed() == nil)
  }

  @Test func `of two names that fit alike none is proposed`() {
    let twins = ListingProposals(products: [
      .init(sku: "A", name: "蜂蜜 罐装", barcodes: []), .init(sku: "B", name: "蜂蜜罐装", barcodes: []),
    ])
    #expect(twins.product(code: "", barcode: "", name: "蜂蜜罐装", spec: "") == nil)
  }
}
