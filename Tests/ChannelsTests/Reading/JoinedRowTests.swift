import Domain
import Testing

@testable import Channels

/// Rows that are whole orders, their lines joined by semicolons.
@Suite struct JoinedRowTests {
  private func read(
    _ row: [String: String], prices: [String: Money] = [:], snapshot: String? = nil
  ) throws -> SampleFile {
    let profile = try Profile.own(
      "lines = 'joined'\ncash = ['payable']",
      columns: "line = ['子单']\nmerchant-code = ['编码']\nproduct-id = ['商品ID']")
    let filled = [
      "单号": "1001", "子单": "11;12", "品": "白茶;红薯", "件": "2", "应付": "110.00", "运费": "10.00",
      "付款": "2026-10-05 10:00:00", "状态": "完成", "编码": "A;B", "商品ID": "1；2",
    ].merging(row) { $1 }
    return try SampleFile(
      "单号 子单 品 件 应付 运费 付款 下单 状态 售后 编码 商品ID", [filled],
      .init(profiles: [profile], prices: prices, snapshot: snapshot))
  }

  private func prices(_ prices: [String: Int64]) -> [String: Money] {
    prices.mapValues { Money(minor: $0) }
  }

  @Test func `an order's worth is shared by catalogue price, its freight stays with the first`()
    throws
  {
    let claims = try read([:], prices: prices(["A": 1000, "B": 2000])).claims
    #expect(claims.map(\.lineNumber) == ["11", "12"] && claims.map(\.listing) == ["A", "B"])
    #expect(claims.map(\.itemName) == ["白茶", "红薯"] && claims.map(\.isExact) == [false, false])
    #expect(claims.map(\.goods) == [Money("33.33"), Money("66.67")])
    #expect(claims.map(\.cash) == [Money("36.67"), Money("73.33")])
    #expect(claims.map(\.freight) == [Money("10.00"), .zero])
    #expect(claims.map(\.payable) == [Money("110.00"), .zero])
    #expect(claims.map(\.estimatedFrom) == [Money("100.00"), Money("100.00")])
    #expect(claims.map(\.quantity) == [Quantity(whole: 1), Quantity(whole: 1)])
  }

  @Test func `where one price is not known the shares are equal`() throws {
    let claims = try read([:], prices: prices(["A": 1000])).claims
    #expect(claims.map(\.goods) == [Money("50.00"), Money("50.00")])
  }

  @Test func `an order of one line is exact, and has all pieces`() throws {
    let claims = try read(["子单": "11", "品": "白茶", "编码": "A", "商品ID": "1", "件": "5"]).claims
    #expect(claims.map(\.isExact) == [true] && claims.map(\.quantity) == [Quantity(whole: 5)])
    #expect(claims.map(\.goods) == [Money("100.00")] && claims[0].estimatedFrom == nil)
  }

  @Test func `how many pieces a line has is not known where there are more pieces than lines`()
    throws
  {
    #expect(try read(["件": "5"]).claims.map(\.quantity) == [nil, nil])
  }

  @Test func `parts that are not one for each line are nobody's`() throws {
    let claims = try read(["品": "白茶", "编码": "A;B;C", "商品ID": "-"]).claims
    #expect(claims.map(\.itemName) == ["白茶", "白茶"] && claims.map(\.listing) == ["白茶", "白茶"])
    #expect(try read(["编码": "A;-"]).claims.map(\.listing) == ["A", "2"])
  }

  @Test func `each line has its own after-sale word, or the order's`() throws {
    #expect(try read(["售后": "全退;处理中"]).claims.map(\.refund) == [.full, .none])
    #expect(try read(["售后": "全退；-"]).claims.map(\.refund) == [.full, .none])
    #expect(try read(["售后": "全退"]).claims.map(\.refund) == [.full, .full])
    #expect(try read(["售后": "全退;新词"]).claims.map(\.refund) == [.full, .statusUnknown])
  }

  @Test func `a sale that tells no time waits, whatever word each line has`() throws {
    for afterSale in ["-", "处理中;处理中", "处理中;-"] {
      let claims = try read(
        ["付款": "-", "状态": "发货", "下单": "2026-10-04 08:00:00", "售后": afterSale]
      ).claims
      #expect(claims.map(\.refund) == [.timeUnknown, .timeUnknown], "\(afterSale)")
      #expect(claims.map(\.paidAt) == ["2026-10-04 08:00:00", "2026-10-04 08:00:00"])
      #expect(claims.allSatisfy { $0.rank < 0 })
    }
    let mixed = try read(
      ["付款": "-", "状态": "发货", "下单": "2026-10-04 08:00:00", "售后": "全退;新词"]
    ).claims
    #expect(mixed.map(\.refund) == [.full, .statusUnknown] && mixed[0].paidAt == nil)
  }

  @Test(arguments: [
    (["子单": "11;11"], "子单 line_twice"), (["子单": "11;-"], "子单 cell_missing"),
    (["子单": "11;1.2E+5"], "子单 id_scientific"), (["子单": "-"], "子单 cell_missing"),
  ])
  func `numbers of lines that cannot be read are refused`(
    _ row: [String: String], _ refused: String
  )
    throws
  {
    #expect(try read(row).refused == [refused])
  }
}
