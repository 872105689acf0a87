import Bangfu
import Domain
import Postgres
import Tabular
import TestSupport
import Testing

/// Listings that hold several products.
@Suite struct BundleTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private func lines() throws -> [String] {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', p.side, r.sku, trim_scale(p.quantity), p.amount, p.verdict)
      FROM claim_posted p LEFT JOIN product r ON r.product_id = p.product_id ORDER BY 1
      """
    ).compactMap { $0.text(0) }
  }

  private let gift = DouyinLine("6920001", "6920001", sku: "GIFT", pieces: 3, payable: "100.00")

  @Test func `a bundle splits quantity and price over its products, to the fen`() throws {
    #expect(try shop.importRows([gift], name: "1791900000_a.csv").pending == 1)
    // By catalogue price: 2 x 98.00 and 1 x 18.50.
    #expect(try shop.map("GIFT", to: "BC02:2", "HS03") == 1)
    #expect(
      try lines() == ["sale BC02 6 91.38 counted", "sale HS03 3 8.62 counted"])
    #expect(try shop.violations() == [])
    #expect(try shop.map("GIFT", to: "BC02:2@1", "HS03@1", "SF01@1") == 1)
    #expect(
      try lines() == [
        "sale BC02 6 33.33 counted", "sale HS03 3 33.34 counted", "sale SF01 3 33.33 counted",
      ])
    #expect(try shop.month().hasPrefix("100.00 0.00 0.00 0.00 100.00"))
    #expect(try shop.map("GIFT", to: "HS03:4") == 1)
    #expect(try lines() == ["sale HS03 12 100.00 counted"])
    #expect(try shop.violations() == [])
  }

  @Test func `a part that is from elsewhere is excluded, the other counted`() throws {
    try shop.importRows([gift], name: "1791900000_a.csv")
    try shop.map("GIFT", to: "BC02@60", "AJ01@40")
    #expect(try lines() == ["sale AJ01 3 40.00 excluded", "sale BC02 3 60.00 counted"])
    #expect(try shop.violations() == [])
  }

  @Test func `refunds of a bundle take back each product's part, the last one what is left`() throws
  {
    try shop.map("GIFT", to: "BC02:2@1", "HS03@1", "SF01@1")
    try shop.importRows([gift, DouyinLine("6920002", "6920002")], name: "1791900000_a.csv")
    var table = TextTable(
      name: "1792000000_sh.csv", columns: TextTable.douyinAfterSales,
      rows: [
        [
          "售后单号": "S1", "订单号": "6920001", "商品单号": "6920001", "售后状态": "同意退款，退款成功",
          "退商品金额（元）": "50.00", "用户到账时间": "2026-10-10 10:00:00",
        ]
      ])
    try shop.importTable(table)
    #expect(try shop.month().hasPrefix("228.00 50.01"))  // 16.67 of each: rounded a line
    table.rows.append(
      table.rows[0].merging(["售后单号": "S2", "用户到账时间": "2026-10-11 10:00:00"]) { $1 })
    table.name = "1792000001_sh.csv"
    try shop.importTable(table)
    #expect(try shop.month().hasPrefix("228.00 100.00"))
    #expect(try lines().filter { $0.hasPrefix("refund") }.count == 6)
    #expect(try shop.violations() == [])
    try shop.map("GIFT", to: "HS03")
    #expect(try shop.month().hasPrefix("228.00 100.00"))
    #expect(
      try lines().filter { $0.hasPrefix("refund") } == [
        "refund HS03 -3 -50.00 counted", "refund HS03 0 -50.00 counted",
      ])
    #expect(try shop.violations() == [])
  }

  @Test func `what cannot be inside is refused`() throws {
    try shop.importRows([gift], name: "1791900000_a.csv")
    #expect(refusal { try shop.map("GIFT", to: "BC02", "BC02:2") } == "listing_product_twice")
    #expect(refusal { try shop.map("GIFT", to: "BC02:1.5") } == "quantity_not_whole")
    #expect(refusal { try shop.map("GIFT", to: "NOPE") } == "product_unknown")
    #expect(refusal { try shop.map(" ", to: "BC01:1") } == "listing_blank")
    #expect(refusal { try shop.map("GIFT", of: "nowhere", to: "BC02") } == "channel_unknown")
    #expect(
      refusal { try shop.map("GIFT", to: "BC02@0", "HS03@0") } == "listing_part_share_within_total")
  }

  @Test func `a file maps many listings at once, or none`() throws {
    let other = DouyinLine("6920002", "6920002", sku: "X-BC01", payable: "128.00")
    try shop.importRows([gift, other], name: "1791900000_a.csv")
    func map(_ text: String) throws -> ListingsMapped {
      let path = shop.folder.path + "/map.csv"
      let writer = try FileWriter(path)
      try writer.write(text)
      try writer.flush()
      return try shop.programme.listings.map(fromFile: path, channel: "douyin")
    }
    let bad = "listing,sku,quantity\nX-BC01,BC01,1\nGIFT,NOPE,2\n"
    #expect(refusal { _ = try map(bad) } == "product_unknown")
    #expect(try lines().allSatisfy { $0.hasSuffix("pending") })
    #expect(refusal { _ = try map("name,sku\n") } == "listing_columns")
    #expect(
      refusal { _ = try map("listing,sku,share\nGIFT,BC02,1\nGIFT,HS03,\n") }
        == "listing_shares_some")
    let done = try map(
      "\u{FEFF}channel,listing,amount,proposal,sku,quantity\ndouyin,X-BC01,128.00,BC01,BC01,\n,GIFT,1,,BC02,2\n,GIFT,1,,HS03,1\n,LATER,,,,\n"
    )
    #expect(done.listings == 2 && done.lines == 2)
    #expect(try lines().count == 3)
    #expect(
      try shop.programme.listings.list(of: "douyin").rows.map { $0[5] } == ["BC02 + HS03", "BC01"])
    #expect(try shop.violations() == [])
  }

  @Test func `listings are proposed by code, by 69 code and by name`() throws {
    let rows = [
      DouyinLine("1", "1", sku: "WS_bc02"),
      DouyinLine("2", "2", sku: "LX9").with("商品69码", "6970100000109"),
      DouyinLine("3", "3", sku: "LX8").with("选购商品", "【助农】彭水红薯 新鲜现挖").with("商品规格", "5斤"),
      DouyinLine("4", "4", sku: "LX7").with("选购商品", "山核桃"),
    ]
    try shop.importRows(rows, name: "1791900000_a.csv")
    let found = try shop.programme.listings.unmapped(in: "douyin").map {
      "\($0.code) \($0.proposal?.sku ?? "") \($0.proposal?.reason.rawValue ?? "")"
    }
    #expect(found.sorted() == ["LX7  ", "LX8 HS01 name", "LX9 FM01 barcode", "WS_bc02 BC02 code"])
  }
}
