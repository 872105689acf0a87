import Bangfu
import Domain
import Testing

/// Claims told for the first time beside others that are not: the short way and the long one meet.
@Suite struct ImportFreshTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private let other = DouyinLine("6930009", "6930009", sku: "HS01", payable: "6.80")

  @Test func `a line that is twice in a file is sold once, by the newer status`() throws {
    let sold = DouyinLine("6930001", "6930001", status: "已发货")
    let refunded = DouyinLine("6930001", "6930001", status: "已关闭", afterSale: "已全额退款")
    for rows in [[sold, other, refunded], [refunded, sold, other]] {
      let shop = try Shop()
      let result = try shop.importRows(rows, name: "1791900000_a.csv")
      #expect(result.rows == 3 && result.new == 2 && result.same == 1 && result.conflicts == 1)
      #expect(result.postedGross == Money("134.80") && result.postedRefunds == Money("128.00"))
      #expect(try shop.violations() == [])
    }
  }

  @Test func `a row that is twice in a file, alike, is sold once`() throws {
    let sold = DouyinLine("6930001", "6930001")
    let result = try shop.importRows([sold, other, sold], name: "1791900000_a.csv")
    #expect(result.new == 2 && result.same == 1 && result.conflicts == 0)
    #expect(result.postedGross == Money("134.80"))
    #expect(try shop.violations() == [])
  }

  @Test func `an exact line of an order takes the place of its estimated shares`() throws {
    let whole = DouyinLine.main(
      "6930001", lines: ["6930002", "6930003"], skus: ["BC01", "HS01"], pieces: 2, payable: "134.80"
    )
    let exact = DouyinLine("6930001", "6930004", sku: "BC01", payable: "120.00")
    let first = try shop.importText(
      DouyinLine.csv([whole]), name: "1791900000_main.csv")
    #expect(first.postedGross == Money("134.80"))
    let second = try shop.importRows([exact, other], name: "1791900001_sub.csv")
    #expect(second.new == 2 && second.postedGross == Money("-8.00"))
    #expect(try shop.month().hasPrefix("126.80 0.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `lines known and new in one file are told apart`() throws {
    let known = DouyinLine("6930001", "6930001", status: "已发货")
    try shop.importRows([known], name: "1791900000_a.csv")
    let refunded = DouyinLine("6930001", "6930001", status: "已关闭", afterSale: "已全额退款")
    let second = DouyinLine("6930001", "6930002", sku: "HS01", payable: "6.80")
    let result = try shop.importRows([second, refunded, other], name: "1791900009_b.csv")
    #expect(result.new == 2 && result.changed == 1 && result.same == 0)
    #expect(result.postedGross == Money("13.60") && result.postedRefunds == Money("128.00"))
    #expect(try shop.violations() == [])
  }
}
