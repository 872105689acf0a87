import Domain
import Testing

@testable import Channels

/// What a row of an order export says, by a profile of the test's own.
@Suite struct OrderRowTests {
  private static let header = "单号 品 件 应付 运费 付款 下单 状态 售后 退 编码"

  private static let columns = """
    refunded = ["退"]
    merchant-code = ["编码"]
    """

  private func read(
    _ rows: [[String: String]], _ more: String = "", words: String = "", snapshot: String? = nil
  ) throws -> SampleFile {
    let profile = try Profile.own(more, columns: Self.columns, words: words)
    let filled = rows.map { row in
      [
        "单号": "1001", "品": "白茶", "件": "2", "应付": "110.00", "运费": "10.00",
        "付款": "2026-10-05 10:00:00",
        "状态": "完成", "编码": "BC01",
      ].merging(row) { $1 }
    }
    return try SampleFile(Self.header, filled, .init(profiles: [profile], snapshot: snapshot))
  }

  @Test func `a row is worth what was paid without freight, and is one line of its order`() throws {
    let claim = try #require(read([[:]]).claims.first)
    #expect(claim.orderNumber == "1001" && claim.lineNumber == "1001" && claim.listing == "BC01")
    #expect(claim.goods == Money("100.00") && claim.freight == Money("10.00") && claim.cash == nil)
    #expect(claim.payable == Money("110.00") && claim.quantity == Quantity(whole: 2))
    #expect(claim.refund == .none && claim.rank == 4 && claim.isExact && !claim.isSigned)
    #expect(claim.paidAt == "2026-10-05 10:00:00" && claim.newestAt == "2026-10-05 10:00:00")
  }

  @Test func `what was sold is told by its code, else by its product and spec, else by its name`()
    throws
  {
    #expect(try read([["编码": "-"]]).claims.map(\.listing) == ["白茶"])
    let profile = try Profile.own(
      columns: "merchant-code = ['编码']\nproduct-code = ['货']\nproduct-id = ['商品ID']\nspec = ['规格']")
    let row = [
      "单号": "1", "品": "茶", "件": "1", "应付": "1", "付款": "2026-10-05 10:00:00", "状态": "完成",
      "商品ID": "99.0", "规格": "大", "货": "P", "编码": "S",
    ]
    let file = try SampleFile(
      "单号 品 件 应付 运费 付款 状态 商品ID 规格 货 编码",
      [row, row.merging(["编码": "-"]) { $1 }, row.merging(["编码": "/", "货": "无"]) { $1 }],
      .init(profiles: [profile]))
    #expect(file.claims.map(\.listing) == ["S", "P", "99/大"])
  }

  // MARK: - What went back

  @Test(
    arguments: [
      ("完成", "", "", .none, nil), ("完成", "处理中", "", .none, nil), ("完成", "全退", "", .full, nil),
      ("关闭", "关单退", "", .full, nil), ("完成", "关单退", "", .amountUnknown, nil),
      ("完成", "退些", "", .amountUnknown, nil), ("完成", "已退", "30.00", .part, "30.00"),
      ("完成", "已退", "", .amountUnknown, nil), ("完成", "已退", "0", .amountUnknown, nil),
      // An amount that is told goes before the words, whatever they are.
      ("完成", "处理中", "30.00", .part, "30.00"), ("完成", "新词", "30.00", .part, "30.00"),
      ("完成", "新词", "", .statusUnknown, nil), ("新词", "", "", .statusUnknown, nil),
      ("新词", "全退", "", .full, nil), ("", "", "", .none, nil),
    ] as [(String, String, String, Claim.Refund, String?)])
  func `what went back is said by the amount, then by both words`(
    _ order: String, _ afterSale: String, _ told: String, _ refund: Claim.Refund, _ back: String?
  ) throws {
    let claim = try #require(
      read([["状态": order, "售后": afterSale, "退": told.isEmpty ? "-" : told]]).claims.first)
    #expect(claim.refund == refund && claim.refunded?.description == back)
  }

  @Test func `of two words the one that is further counts`() throws {
    let words = "[order-refund]\n'关闭' = 'some'"
    let rows = ["", "处理中", "全退"].map { ["状态": "关闭", "售后": $0.isEmpty ? "-" : $0] }
    let file = try read(rows, words: words)
    #expect(file.claims.map(\.refund) == [.amountUnknown, .amountUnknown, .full])
    let unpaid = try read([["状态": "关闭", "付款": "-"]], words: words)
    #expect(unpaid.claims.map(\.refund) == [.none] && unpaid.claims.map(\.paidAt) == [nil])
  }

  @Test func `an amount due that is net of refunds is worth both, and needs the amount`() throws {
    let profile = try Profile.own(columns: Self.columns)
    #expect(!profile.isNet)
    let net = """
      name = "net"
      like = "own"
      goods = ["payable", "refunded"]
      """
    func read(_ rows: [[String: String]]) throws -> SampleFile {
      let library = ProfileLibrary(texts: [("own.toml", Self.ownText), ("net.toml", net)])
      let filled = rows.map { row in
        ["单号": "1", "品": "茶", "件": "1", "应付": "70.00", "付款": "2026-10-05 10:00:00", "状态": "完成"]
          .merging(row) { $1 }
      }
      return try SampleFile(
        "单号 品 件 应付 付款 状态 售后 退", filled, .init(profiles: library.choose("net")))
    }
    let file = try read([
      ["售后": "已退", "退": "30.00"], ["售后": "处理中", "退": "30.00"], ["售后": "已退", "退": "-"],
      ["售后": "已退", "退": "0"], ["售后": "退些", "退": "5.00"],
    ])
    // Beside any other word the amount is only asked for.
    #expect(file.claims.map(\.goods) == [Money("100.00"), Money("70.00")])
    #expect(file.claims.map(\.refund) == [.part, .none])
    #expect(file.refused == ["退 cell_missing", "退 refund_zero", "退 refund_zero"])
  }

  private static let ownText = """
    name = "own"
    platform = "p"
    core = ["order", "name", "quantity", "payable", "refunded"]
    goods = ["payable"]
    sold = ["paid"]
    [columns]
    order = ["单号"]
    name = ["品"]
    quantity = ["件"]
    payable = ["应付"]
    paid = ["付款"]
    refunded = ["退"]
    order-status = ["状态"]
    after-sale-status = ["售后"]
    [order-status]
    "完成" = 4
    [after-sale]
    "处理中" = "asked"
    "已退" = "told"
    "退些" = "some"
    """

  // MARK: - When it was sold

  @Test func `a row without a time of payment is no sale, unless its word says so`() throws {
    let rows = ["待付", "关闭", ""].map { ["付款": "-", "状态": $0.isEmpty ? "-" : $0] }
    let file = try read(rows)
    #expect(file.claims.map(\.paidAt) == [nil, nil, nil] && file.refused == [])
    #expect(file.claims.map(\.refund) == [.none, .none, .none])
  }

  @Test func `a sale that tells no time waits, on the day of the best evidence`() throws {
    let undated = ["付款": "-", "状态": "发货"]
    let file = try read(
      [undated.merging(["下单": "2026-10-04 08:00:00"]) { $1 }, undated],
      snapshot: "2026-10-09 00:00:00")
    #expect(file.claims.map(\.paidAt) == ["2026-10-04 08:00:00", "2026-10-09 00:00:00"])
    #expect(file.claims.map(\.refund) == [.timeUnknown, .timeUnknown])
    #expect(file.claims.map(\.rank) == [3 - 100, 3 - 100])
    #expect(try read([undated]).refused == ["付款 sold_undated"])
    let unknown = try read([["付款": "-", "状态": "新词", "下单": "2026-10-04 08:00:00"]])
    #expect(unknown.claims.map(\.refund) == [.statusUnknown])
    #expect(try read([["付款": "-", "状态": "新词"]]).refused == ["付款 status_undated"])
    let back = try read([undated.merging(["售后": "全退"]) { $1 }])
    #expect(back.claims.map(\.paidAt) == [nil] && back.claims.map(\.refund) == [.full])
  }

  @Test func `the first of several times counts, and the newest is noted`() throws {
    let profile = try Profile.own("unpaid = ['待付']", sold: "'paid', 'submitted'")
    let row = ["单号": "1", "品": "茶", "件": "1", "应付": "1", "下单": "2026-10-04 08:00:00"]
    let file = try SampleFile(
      "单号 品 件 应付 运费 付款 下单 状态",
      [
        row.merging(["付款": "2026-10-05 10:00:00", "状态": "待付"]) { $1 },
        row.merging(["状态": "发货"]) { $1 }, row.merging(["状态": "待付"]) { $1 },
        row.merging(["付款": "2026-10-03 10:00:00", "状态": "完成"]) { $1 },
      ], .init(profiles: [profile]))
    // A word that says that nothing was paid goes before a time that is not that of the payment.
    #expect(
      file.claims.map(\.paidAt) == [
        "2026-10-05 10:00:00", "2026-10-04 08:00:00", nil, "2026-10-03 10:00:00",
      ])
    #expect(file.claims.last?.newestAt == "2026-10-04 08:00:00")
  }

  // MARK: - Faults

  @Test(arguments: [
    (["单号": "-"], "单号 order_missing"), (["单号": "1.0E+18"], "单号 id_scientific"),
    (["应付": "-"], "应付 cell_missing"), (["应付": "many"], "应付 cell_not_an_amount"),
    (["应付": "5.00"], "应付 goods_negative"), (["件": "1.5"], "件 cell_not_pieces"),
    (["件": "many"], "件 cell_not_pieces"), (["付款": "2026/10/5"], "付款 time_reformatted"),
    (["付款": "2026-02-30 10:00:00"], "付款 time_impossible"), (["品": "茶\u{FFFD}"], "品 cell_damaged"),
    (["编码": "BC\u{200B}01"], "编码 code_unseen"), (["退": "-5"], "应付 goods_negative"),
    (["运费": "-1"], "应付 goods_negative"),
  ])
  func `what cannot be read is refused with its column and the reason`(
    _ row: [String: String], _ refused: String
  ) throws {
    let file = try read([row])
    #expect(file.refused == [refused] && file.claims == [])
  }

  @Test func `a row of another width is refused`() throws {
    let profile = try Profile.own()
    let header = ["单号", "品", "件", "运费", "应付", "付款"]
    let file = try SampleFile(
      [header, ["1", "茶", "1", "0", "5"], ["1", "茶", "1", "0", "5", "-", "x"]],
      .init(profiles: [profile]))
    #expect(file.refused == [" row_field_count", " row_field_count"])
  }

  @Test func `numbers of persons in names are marked, and long words of statuses are cut`() throws {
    let long = String(repeating: "很", count: 50)
    let claim = try #require(read([["品": "茶 13800138000", "状态": long]]).claims.first)
    #expect(claim.itemName == "茶 ***" && claim.orderStatus.count == 40)
    #expect(claim.refund == .statusUnknown)
  }
}
