import Bangfu
import Channels
import Domain
import Tabular
import TestSupport
import Testing

/// What users say in profiles of their own.
@Suite struct OwnProfileTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private func profile(_ top: String, _ tables: String) -> String {
    "name = \"ours\"\nplatform = \"fupin832\"\n\(top)\n\(tables)\n"
  }

  /// The parts of a profile of bills that are the same in most of these tests.
  private static let top = """
    core = ["order", "name", "quantity", "payable", "paid"]
    goods = ["payable"]
    sold = ["paid"]
    """
  private static let columns = """
    [columns]
    order = ["单号"]
    name = ["货"]
    quantity = ["件"]
    payable = ["实付"]
    paid = ["付款"]
    """

  private func run(_ profile: String, _ text: String) throws -> ImportResult {
    shop.programme.profiles.own = [(name: "ours.toml", text: profile)]
    return try shop.importText(text, name: "a.csv", channel: "fupin832")
  }

  @Test func `an amount is a price times the quantity, rounded once, with any number of columns`()
    throws
  {
    let ours = profile(
      """
      core = ["order", "name", "quantity", "paid"]
      goods = ["price*quantity", "packing", "-coupon", "-freight"]
      sold = ["paid"]
      measures = true
      """,
      """
      [amounts]
      packing = ["包装费"]
      coupon = ["优惠券"]

      [columns]
      order = ["单号"]
      name = ["货"]
      quantity = ["斤"]
      price = ["单价"]
      freight = ["运费"]
      paid = ["付款"]
      """)
    let header = "单号,货,斤,单价,包装费,优惠券,运费,付款\n"
    let result = try run(
      ours,
      header + """
        1,BC01,1.5,3.333,2.00,1.00,0,2026-10-03 10:00:00
        2,BC01,2.005,10.00,,,0.05,2026-10-03 10:00:00
        3,BC01,1,九,2.00,1.00,0,2026-10-03 10:00:00
        4,BC01,1,9.00,2.00,x,0,2026-10-03 10:00:00

        """)
    // 1.5 × 3.333 = 4.9995; 2.005 × 10.00 = 20.05.
    // 5.00 + 2.00 - 1.00, and 20.05 - 0.05.
    #expect(result.gross == Money("26.00"), "\(result)")
    #expect(result.rejects.map(\.column) == ["单价", "优惠券"])
    #expect(
      refusal {
        _ = try run(
          ours, header.replacing("优惠券", with: "别的") + "1,BC01,1,1,1,1,0,2026-10-03 10:00:00\n")
      }
        == "column_missing")
    #expect(try shop.violations() == [])
  }

  @Test func `a bill has a constant quantity, and rows that are left out by a word`() throws {
    let ours = profile(
      """
      core = ["order", "name", "payable", "paid"]
      goods = ["payable"]
      sold = ["paid"]
      """,
      """
      [constant]
      quantity = 1

      [only]
      "收/支" = ["收入"]

      [leave-out]
      "交易状态" = ["已全额退款", ""]

      [columns]
      order = ["交易单号"]
      name = ["商品"]
      payable = ["金额(元)"]
      paid = ["交易时间"]
      """)
    let result = try run(
      ours,
      """
      交易时间,商品,收/支,金额(元),交易状态,交易单号
      2026-10-03 10:00:00,BC01,收入,¥12.50,支付成功,100001
      2026-10-03 10:01:00,BC01,支出,¥99.00,支付成功,100002
      2026-10-03 10:02:00,BC01,收入,¥20.00,已全额退款,100003
      2026-10-03 10:03:00,BC01,收入,¥30.00,/,100004

      """)
    #expect(result.rows == 1 && result.new == 1 && result.leftOut == 3 && result.rejected == 0)
    #expect(try shop.month().hasPrefix("12.50 0.00 0.00 0.00 12.50"))
    #expect(try shop.violations() == [])
  }

  @Test func `a column of shops tells the channel of each row`() throws {
    try shop.programme.channels.add(.made("two", "二店", "marketplace", "fupin832"))
    shop.programme.profiles.own = [
      (
        name: "ours.toml",
        text: profile(
          Self.top,
          """
          [channels]
          "一店" = "fupin832"
          "彭水一店" = "fupin832"
          "二店" = "two"

          \(Self.columns)
          shop = ["店铺"]
          """)
      )
    ]
    let text = """
      单号,货,件,实付,付款,店铺
      1,BC01,1,10.00,2026-10-03 10:00:00,一店
      2,BC01,1,20.00,2026-10-03 10:00:00,二店
      3,BC01,1,40.00,2026-10-03 10:00:00,彭水 一店
      4,BC01,1,80.00,2026-10-03 10:00:00,三店
      5,BC01,1,160.00,2026-10-03 10:00:00,
      6,BC01,x,320.00,2026-10-03 10:00:00,二店
      7,BC01
      合计,,,630.00,,

      """
    let path = shop.folder.path + "/a.csv"
    try shop.write(text, to: path)
    func run() throws -> [ImportResult] {
      try shop.programme.imports.run(ImportRequest(path: path, name: "a.csv"))
    }
    for round in 1...2 {
      let results = try run()
      #expect(results.map(\.channel) == ["fupin832", "two"])
      #expect(results.map(\.path) == ["a.csv/fupin832", "a.csv/two"])
      #expect(results.map(\.gross) == [Money("50.00"), Money("20.00")], "round \(round)")
      #expect(results.map(\.rows) == [5, 2])
      #expect(
        results.map { $0.rejects.map(\.reason) } == [
          ["shop_unknown", "shop_unknown", "row_field_count"], ["cell_not_pieces"],
        ])
      #expect(results.allSatisfy { $0.totalsDiffering.isEmpty && $0.leftOut == 0 })
    }
    // What was undone of one channel is posted again, and no other.
    _ = try shop.programme.imports.undo(run()[1].number)
    #expect(try run().map(\.postedGross) == [.zero, Money("20.00")])
    #expect(
      refusal {
        _ = try shop.programme.imports.run(
          ImportRequest(path: path, name: "a.csv", channel: "two"))
      } == "channel_by_profile")
    #expect(try shop.violations() == [])
  }

  @Test func `a column of shops is needed where channels go by it`() throws {
    let text = "单号,货,件,实付,付款\n1,BC01,1,10.00,2026-10-03 10:00:00\n"
    shop.programme.profiles.own = [
      (name: "ours.toml", text: profile(Self.top, "[channels]\n\"一店\" = \"two\"\n\(Self.columns)"))
    ]
    let path = shop.folder.path + "/a.csv"
    try shop.write(text, to: path)
    func run() throws {
      var request = ImportRequest(path: path, name: "a.csv")
      request.profile = "ours"
      _ = try shop.programme.imports.run(request)
    }
    #expect(refusal { try run() } == "profile_needs")
    shop.programme.profiles.own[0].text += "shop = [\"店铺\"]\n"
    #expect(refusal { try run() } == "column_missing")
  }

  @Test(arguments: [
    ("times = [\"YYYY-MM-DDTHH:mm:ssZ\"]", "2026-10-31T20:00:00Z", "2026-11-01"),
    ("times = [\"YYYY-MM-DDTHH:mm:ssZ\"]", "2026-11-01T00:30:00+09:00", "2026-10-31"),
    ("times = [\"YYYY-MM-DD HH:mm:ssZ\"]", "2026-12-31 20:00:00-0500", "2027-01-01"),
    ("zone = \"UTC\"", "2026-10-31 15:59:59", "2026-10-31"),
    ("zone = \"UTC\"", "2026-10-31 16:00:00", "2026-11-01"),
    ("zone = \"+08:00\"", "2026-10-31 16:00:00", "2026-10-31"),
    ("zone = \"+10:00\"\ntimes = [\"YYYY/M/D H:mm\"]", "2026/11/1 1:30", "2026-10-31"),
    ("zone = \"-05:00\"\ntimes = [\"YYYY/M/D H:mm\"]", "2026/2/28 11:00", "2026-03-01"),
    ("", "2026-10-31 23:59:59", "2026-10-31"),
  ])
  func `a time says, or the profile, by which clock it is`(
    _ top: String, _ time: String, _ day: String
  )
    throws
  {
    let ours = profile("\(Self.top)\n\(top)", Self.columns)
    let result = try run(ours, "单号,货,件,实付,付款\n1,BC01,1,9.00,\(time)\n")
    #expect(result.rejected == 0 && result.firstDay == day)
  }

  @Test func `a profile that is wrong hinders no import by another`() throws {
    shop.programme.profiles.own = [
      (name: "bad.toml", text: "name = \"bad\"\ncore = 1\n"), (name: "worse.toml", text: "x"),
    ]
    #expect(try shop.importRows([DouyinLine("1", "1")]).new == 1)
    let named = refusal {
      try shop.importRows([DouyinLine("1", "1")]) { $0.profile = "bad" }
    }
    #expect(named == "profile_value_kind")
  }

  @Test func `a profile whose keys go on and on is refused, not followed`() throws {
    let parts = String(repeating: ".a", count: 400_000)
    let nested = String(repeating: "a\(parts.prefix(16))={", count: 250)
    for text in [
      "a\(parts) = 1", "[a\(parts)]", "[[a\(parts)]]", "a = {a\(parts) = 1}", "\"a\"\(parts) = 1",
      nested,
    ] {
      let library = ProfileLibrary(own: [("deep.toml", "name = \"deep\"\n\(text)\n")])
      #expect(library.faults.map(\.problem.code) == ["profile_not_toml"], "\(text.prefix(20))")
      #expect(library.faults.first?.problem.facts["line"] == "2")
    }
    let title = "title = \"1.2.3.4.5.6.7.8.9.10\" # 1.2.3.4.5.6.7.8.9.10"
    let library = ProfileLibrary(own: [
      ("ours.toml", "name = \"ours\"\nlike = \"douyin-orders\"\n\(title)\n")
    ])
    #expect(library.faults.map(\.problem) == [])
  }
}
