import Bangfu
import Domain
import Postgres
import Tabular
import TestSupport
import Testing
import System

/// Sheets that people keep by hand: of supermarkets and fairs.
@Suite struct SheetTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private let statement = """
    振华超市代销结算单 2026年9月,,,,,,
    结算期间：2026-08-26 至 2026-09-25,,,,,,
    门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额
    东昌店,BC01,白茶,50g,10,100.00,"1,000.00"
    ,HS01,红薯,散装,20.500,6.00,123.00
    ,HS01,红薯,散装,-0.500,6.00,-3.00
    小计,,,,,,"1,120.00"
    开发区店,BC01,白茶,50g,2,100.00,200.00
    ,SF01,苕粉,,三袋,15.00,45.00
    小计,,,,,,245.00
    合计,,,,,,"1,365.00"
    制表：张三,,,,,,

    """

  private func lines() throws -> [String] {
    try shop.sql().execute(
      """
      SELECT concat_ws(' | ', c.order_no, c.line_no, p.side, p.day, trim_scale(p.quantity), p.amount)
      FROM claim_posted p JOIN claim c ON c.claim_id = p.claim_id ORDER BY 1
      """
    ).compactMap { $0.text(0) }
  }

  @Test func `a statement is sold on the last day of its period, shop by shop`() throws {
    let result = try shop.importText(statement, name: "代销.csv", channel: "supermarket")
    #expect(result.rows == 5 && result.new == 4 && result.rejected == 1 && result.isDated)
    #expect(result.totalsDiffering.map(\.line) == [10, 11])
    #expect(result.totalsDiffering.map(\.computed) == [Money("200.00"), Money("1320.00")])
    #expect(
      try lines() == [
        "2026-09-25 东昌店 | BC01/50g | sale | 2026-09-25 | 10 | 1000.00",
        "2026-09-25 东昌店 | HS01/散装 | refund | 2026-09-25 | 0 | -3.00",
        "2026-09-25 东昌店 | HS01/散装 | sale | 2026-09-25 | 20.5 | 123.00",
        "2026-09-25 开发区店 | BC01/50g | sale | 2026-09-25 | 2 | 200.00",
      ])
    #expect(try shop.violations() == [])
  }

  @Test func `a rejected row of a sheet can be mended alone: its shop and its title go with it`()
    throws
  {
    let result = try shop.importText(statement, name: "代销.csv", channel: "supermarket")
    let path = shop.folder.path + "/copy.csv"
    #expect(try shop.programme.imports.writeRejects(of: result.number, to: path) == 1)
    // The copy keeps the day of the title, and nothing of the cell that was refused.
    let copy = try #require(readSmallFile(path))
    #expect(copy.hasPrefix("\u{FEFF}2026-09-25,") && !copy.contains("三袋"), "\(copy)")
    let written = try #require(result.rejectsFile)
    let mended = try #require(readSmallFile(written)).replacing("三袋", with: "3")
    let again = try shop.importText(mended, name: "代销改.csv", channel: "supermarket")
    #expect(again.new == 1 && again.rejected == 0)
    #expect(try lines().contains("2026-09-25 开发区店 | SF01 | sale | 2026-09-25 | 3 | 45.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `a corrected statement posts the difference`() throws {
    try shop.importText(statement, name: "1790400000_a.csv", channel: "supermarket")
    let corrected = statement.replacing("10,100.00,\"1,000.00\"", with: "12,100.00,\"1,200.00\"")
    let result = try shop.importText(corrected, name: "1790500000_b.csv", channel: "supermarket")
    #expect(result.changed == 1 && result.postedGross == Money("200.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `the same sheet under another channel is refused, equal keys of two chains are apart`()
    throws
  {
    try shop.programme.channels.add(.made("jinghu", "金湖超市", "supermarket", nil))
    try shop.importText(statement, name: "代销.csv", channel: "supermarket")
    #expect(
      refusal { try shop.importText(statement, name: "代销.csv", channel: "jinghu") }
        == "file_elsewhere")
    let other = statement.replacing("振华", with: "金湖")
    #expect(try shop.importText(other, name: "金湖.csv", channel: "jinghu").new == 4)
    #expect(try shop.month("2026-09").hasPrefix("2646.00 6.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `a sheet without any day needs one`() throws {
    let sheet = "参展企业/合作社,产品,规格,数量,金额\n彭水合作社,白茶,50g,3,300.00\n"
    #expect(refusal { try shop.importText(sheet, name: "f.csv", channel: "fair") } == "day_unknown")
    let result = try shop.importText(sheet, name: "f.csv", channel: "fair") {
      $0.day = "2026-09-28"
    }
    #expect(result.firstDay == "2026-09-28" && result.pending == 1)
    try shop.map("白茶/50g", of: "fair", to: "BC01")
    #expect(try shop.month("2026-09").hasPrefix("300.00 0.00 0.00 0.00 300.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `a sheet counts once, by whichever reading of it came last`() throws {
    let sheet = """
      参展企业,产品,规格,数量,现场销售额,签约额
      甲社,苦荞茶,500g,2,100.00,50
      乙社,HS01,,10,50.00,

      """
    let own = "name = \"ours\"\nlike = \"fair-sales\"\n"
    shop.programme.profiles.own = [(name: "ours.toml", text: own)]
    func read(_ day: String, _ change: (inout ImportRequest) -> Void = { _ in }) throws {
      try shop.importText(sheet, name: "f.csv", channel: "fair") {
        ($0.day, $0.profile) = (day, "fair-sales")
        change(&$0)
      }
      #expect(try shop.month().hasPrefix("150.00 "))
      #expect(try shop.programme.agreements.list().rows.map { $0[9] } == ["50.00"])
      #expect(try shop.violations() == [])
    }
    for day in ["2026-10-05", "2026-10-06", "2026-10-05", "2026-10-05", "2026-10-06"] {
      try read(day)
    }
    try read("2026-10-07") { $0.asOf = Instant("2026-10-08T10:00:00") }
    try read("2026-10-07") { $0.profile = "ours" }
    try read("2026-10-07")
  }

  @Test func `what is signed at a fair is no sale, in no sum, whatever its product is`() throws {
    let sheet = """
      2026年9月28日至30日 展销会 登记表,,,,,
      参展企业/合作社,产品,规格,数量,现场销售额(元),签约金额(元)
      彭水合作社,白茶,50g,3,300.00,"30,000.00"
      ,红薯,散装,1000,,"6,000.00"

      """
    let result = try shop.importText(sheet, name: "f.csv", channel: "fair")
    #expect(result.rows == 2 && result.gross == Money("300.00") && result.pending == 1)
    #expect(result.agreements == 2 && result.agreed == Money("36000.00"))
    #expect(try shop.month("2026-09").hasPrefix("300.00 0.00 0.00 300.00 0.00"))
    func agreed() throws -> [String] {
      try shop.programme.agreements.list().rows.map {
        [$0[4], $0[5], $0[9]].joined(separator: " ")
      }
    }
    #expect(try agreed() == ["2026-09-30 彭水合作社 签约  30000.00", "2026-09-30 彭水合作社 签约  6000.00"])
    try shop.map("白茶/50g", of: "fair", to: "BC01")
    try shop.map("红薯/散装", of: "fair", to: "HS01")
    #expect(try shop.month("2026-09").hasPrefix("300.00 0.00 0.00 0.00 300.00"))
    #expect(try agreed().map { $0.split(separator: " ").dropFirst(3).first } == ["BC01", "HS01"])
    let report = try shop.programme.reports.monthly(#require(Month("2026-09")))
    #expect(report.agreed == Money("36000.00"))
    _ = try shop.programme.imports.undo(1)
    #expect(try agreed() == [])
    #expect(try shop.violations() == [])
  }

  @Test
  func
    `more taken back than a row sells is rejected, and columns of money are not passed over silently`()
    throws
  {
    let sheet = """
      代销结算单 2026年9月,,,,,,
      门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额（元）,退货金额(元),退货額
      一店,BC01,茶,50g,10,110,1100.00,100.00,5
      一店,HS03,薯,袋,1,15,15.00,300.00,5

      """
    let result = try shop.importText(sheet, name: "代销.csv", channel: "supermarket")
    #expect(result.rejects.map(\.reason) == ["return_over_sale"])
    #expect(result.unread == ["退货額"])
    #expect(result.postedGross == Money("1100.00") && result.postedRefunds == Money("100.00"))
    #expect(
      refusal {
        try shop.importText(
          sheet.replacing("结算单价", with: "单价"), name: "b.csv", channel: "supermarket")
      } == "sheet_column_missing")
    #expect(try shop.violations() == [])
  }

  @Test func `a sheet that another workbook has under another name is told`() throws {
    func row(_ cells: String...) -> String {
      "<row>" + cells.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>"
    }
    func book(_ name: String, _ sheets: [(String, String)]) throws -> [ImportResult] {
      var maker = WorkbookMaker()
      maker.sheets = sheets.map { title, amount in
        let rows = [
          row("代销结算单 2026年9月"), row("门店", "商品编码", "商品名称", "规格", "销售数量", "结算单价", "结算金额"),
          row("一店", "BC01", "茶", "50g", "10", "110", amount),
        ]
        return (title, rows.joined(), "")
      }
      let path = shop.folder.path + "/" + name
      let writer = try FileWriter(path)
      try writer.write(maker.bytes)
      try writer.flush()
      return try shop.programme.imports.run(
        ImportRequest(path: path, name: name, channel: "supermarket"))
    }
    #expect(try book("one.xlsx", [("一部", "1100")]).map(\.alike) == [0])
    #expect(try book("two.xlsx", [("一部", "1100"), ("二部", "500")]).map(\.alike) == [1, 1])
    _ = try shop.programme.imports.undo(1)
    #expect(try book("three.xlsx", [("一部（改）", "1100"), ("二部", "500")]).map(\.alike) == [1, 0])
    #expect(try shop.violations() == [])
  }

  @Test func `what is signed in one sheet and sold in another is not told as the same`() throws {
    func sheet(_ name: String, _ cells: String) throws -> ImportResult {
      let text = """
        2026年9月28日至30日 展销会 登记表,,,,,
        参展企业/合作社,产品,规格,数量,现场销售额(元),签约金额(元)
        彭水合作社,白茶,50g,3,\(cells)

        """
      return try shop.importText(text, name: name, channel: "fair")
    }
    #expect(try sheet("a.csv", ",9000.00").alike == 0)
    #expect(try sheet("b.csv", "300.00,").alike == 0)
    #expect(try sheet("c.csv", ",8000.00").alike == 0)
    let orders = try shop.sql().execute(
      "SELECT order_no FROM claim ORDER BY order_no COLLATE \"C\""
    )
    .compactMap { $0.text(0) }
    #expect(orders.count == 2 && orders[1] == orders[0] + Claim.agreementMark)
    #expect(try shop.violations() == [])
  }
}
