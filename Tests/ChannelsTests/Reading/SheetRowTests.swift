import Domain
import Testing

@testable import Channels

/// Rows of the sheets that fairs and supermarkets keep by hand.
@Suite struct SheetRowTests {
  private let header = ["参展企业", "产品", "规格", "数量", "现场销售额(元)", "签约金额(元)", "类型"]

  private func read(
    _ rows: [[String]], title: [String] = ["2026年9月28日至30日 展销会"], sheet: String = "",
    day: String? = nil
  ) throws -> SampleFile {
    try SampleFile([title, header] + rows, .init(day: day, sheet: sheet))
  }

  @Test func `a row is a sale on the last day of the title, of its exhibitor`() throws {
    let file = try read([["甲社", "红薯干", "500克", "12.5", "¥1,250.00", "", ""]])
    #expect(file.layout.profile.name == "fair-sales" && file.layout.headerRow == 2)
    let claim = try #require(file.claims.first)
    #expect(claim.orderNumber == "2026-09-30 甲社" && claim.lineNumber == "红薯干/500克")
    #expect(claim.paidAt == "2026-09-30 00:00:00" && claim.goods == Money("1250.00"))
    #expect(claim.quantity == Quantity("12.5") && claim.listing == "红薯干/500克")
    #expect(!claim.isSigned && claim.refund == .none && claim.rank == 0)
  }

  @Test func `a day that is given goes before the title's, and each sheet has orders of its own`()
    throws
  {
    let row = ["甲社", "红薯干", "", "1", "10", "", ""]
    let file = try read([row], sheet: "二楼", day: "2026-10-01")
    #expect(file.claims.map(\.orderNumber) == ["2026-10-01 甲社 二楼"])
    #expect(throws: Problem("day_unknown")) { try read([row], title: ["展销会"]) }
  }

  @Test func `a merged cell stands for the rows below it`() throws {
    let file = try read([
      ["甲社", "红薯干", "", "1", "10", "", ""], ["", "白茶", "", "1", "20", "", ""],
      ["乙社", "苕粉", "", "1", "30", "", ""], ["", "蜂蜜", "", "", "40", "", ""],
    ])
    #expect(
      file.claims.map(\.orderNumber) == [
        "2026-09-30 甲社", "2026-09-30 甲社", "2026-09-30 乙社", "2026-09-30 乙社",
      ])
    #expect(file.claims.last?.quantity == nil)
  }

  @Test func `a signed agreement is an order of its own, beside the sale or alone`() throws {
    let file = try read([
      ["甲社", "白茶", "", "5", "100", "9000", ""], ["乙社", "白茶", "", "5", "", "8000", ""],
      ["丙社", "白茶", "", "5", "700", "", "意向"], ["丁社", "白茶", "", "5", "0", "600", ""],
    ])
    #expect(file.refused == [])
    #expect(file.claims.map(\.isSigned) == [true, false, true, true, true])
    #expect(
      file.claims.map(\.goods.description) == ["9000.00", "100.00", "8000.00", "700.00", "600.00"])
    #expect(file.claims.map { $0.orderNumber.hasSuffix(" 签约") } == file.claims.map(\.isSigned))
    // The pieces are those of the sale, where there is one.
    #expect(file.claims.map(\.quantity?.short) == ["0", "5", "5", "5", "5"])
  }

  @Test func `an amount below zero is goods taken back of the same line`() throws {
    let file = try read([["甲社", "白茶", "大", "1", "-35.50", "", ""]])
    let back = try #require(file.cases.first)
    #expect(back.orderNumber == "2026-09-30 甲社" && back.lineNumber == "白茶/大")
    #expect(
      back.cash == Money("35.50") && back.state == .back && back.backAt == "2026-09-30 00:00:00")
    #expect(back.number == "2026-09-30 甲社 白茶/大 退货" && file.claims == [])
  }

  @Test(arguments: [
    (["甲社", "白茶", "", "5", "", "", ""], [String]()),
    (["甲社", "白茶", "", "x", "5", "", ""], ["数量 cell_not_a_measure"]),
    (["甲社", "白茶", "", "5", "many", "", ""], ["现场销售额(元) cell_not_an_amount"]),
    (["", "白茶", "", "5", "5", "", ""], ["参展企业 cell_missing"]),
    (["甲社", "", "", "5", "5", "", ""], ["产品 cell_missing"]),
    (["甲社", "白茶", "", "5", "-", "many", ""], ["签约金额(元) cell_not_an_amount"]),
  ])
  func `a row with a product is data or a fault`(_ row: [String], _ refused: [String]) throws {
    let file = try read([row])
    #expect(refused.isEmpty ? file.refused == ["现场销售额(元) cell_missing"] : file.refused == refused)
  }

  @Test(arguments: [
    (
      ["合计", "", "", "10", "1,000.00", "", ""],
      FileReader.Content.total(Money("1000.00"), isPart: false)
    ),
    (["甲社小计", "", "", "10", "500", "", ""], .total(Money("500.00"), isPart: true)),
    (["", "", "总 计", "", "不详", "", ""], .total(nil, isPart: false)),
    (["说明：以上为现场销售", "", "", "", "", "", ""], .remark),
    (["", "", "", "", "", "", ""], .remark), (["甲社", "", "", "", "", "供应商签字：", ""], .remark),
    (["甲社", "白茶", "", "供应商签字：", "", "", ""], .remark),
  ])
  func `totals, remarks and signatures are no data`(_ row: [String], _ content: FileReader.Content)
    throws
  {
    let file = try read([row])
    #expect(file.others == [content] && file.refused == [] && file.claims == [])
  }

  @Test func `a supermarket's day is each row's own, and what went back is no more than its sale`()
    throws
  {
    let header = "门店 商品编码 商品名称 规格 销售数量 销售金额 营业日 扣点 退货金额"
    let row = ["门店": "一店", "商品名称": "白茶", "销售数量": "3", "销售金额": "90", "营业日": "2026/9/5", "扣点": "5"]
    let file = try SampleFile(
      header,
      [
        row, row.merging(["退货金额": "20"]) { $1 }, row.merging(["退货金额": "90.01"]) { $1 },
        row.merging(["营业日": "2026/2/30"]) { $1 }, row.merging(["营业日": ""]) { $1 },
      ], blank: "")
    #expect(file.layout.profile.name == "supermarket-concession")
    #expect(file.claims.map(\.orderNumber) == ["2026-09-05 一店", "2026-09-05 一店"])
    #expect(file.claims.map(\.refund) == [.none, .part])
    #expect(file.claims.map(\.refunded) == [nil, Money("20.00")])
    #expect(
      file.refused == ["退货金额 return_over_sale", "营业日 time_impossible", "营业日 cell_missing"])
  }
}
