import Bangfu
import Domain
import Fixtures
import Postgres
import Tabular
import TestSupport
import Testing
import System

@Suite struct ImportTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  @Test func `a file is posted as it says, and again changes nothing`() throws {
    let month = try FixtureMonth("2026-10")
    var plan = DouyinPlan(month: month, rows: 400, seed: 7)
    plan.encoding = .gb18030
    plan.exportTime = 1_793_461_800  // 2026-10-31 23:50 in Shanghai
    let path = shop.folder.path + "/1793461800_x.csv"
    let expected = try DouyinExport(plan).write(to: path)
    let request = ImportRequest(path: path, name: "1793461800_x.csv", channel: "douyin")
    let first = try shop.programme.imports.run(request)[0]
    #expect(first.rows == 400 && first.new == 400 && first.rejected == 0)
    #expect(first.gross.minor == expected.gross && first.postedGross == first.gross)
    #expect(first.refunds.minor == expected.refunds && first.postedRefunds == first.refunds)
    let before = try shop.month()
    let again = try shop.programme.imports.run(request)[0]
    #expect(again.same == 400 && again.new + again.changed == 0 && again.postedGross == .zero)
    #expect(try shop.month() == before)
    #expect(try shop.violations() == [])
  }

  @Test func `a status that goes on is a change, and an older snapshot changes nothing back`()
    throws
  {
    let sold = DouyinLine("6920001", "6920001", status: "已发货")
    let refunded = DouyinLine("6920001", "6920001", status: "已关闭", afterSale: "退款成功")
    try shop.importRows([sold], name: "1791430000_a.csv")
    let second = try shop.importRows([refunded], name: "1791900000_b.csv")
    #expect(second.changed == 1 && second.postedGross == .zero)
    #expect(second.postedRefunds == Money("128.00"))
    let older = try shop.importRows([sold], name: "1791500000_c.csv")
    #expect(older.same == 1 && older.postedRefunds == .zero)
    #expect(try shop.violations() == [])
  }

  @Test func `the day of a refund is that of the earliest snapshot that shows it`() throws {
    let refunded = DouyinLine("6920001", "6920001", status: "已关闭", afterSale: "已全额退款")
    try shop.importRows([refunded], name: "1792900000_late.csv")  // 2026-10-25
    #expect(try shop.month().contains("2026-10-25 0.00 128.00"))
    try shop.importRows([refunded], name: "1791900000_early.csv")  // 2026-10-13
    #expect(try !shop.month().contains("2026-10-25"))
    #expect(try shop.month().contains("2026-10-13 0.00 128.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `a refund of an unknown amount leaves the line pending`() throws {
    let line = DouyinLine("6920001", "6920001", status: "已完成", afterSale: "退款成功")
    let result = try shop.importRows([line])
    #expect(result.pending == 1)
    #expect(try shop.month().hasPrefix("128.00 0.00 0.00 128.00 0.00"))
  }

  @Test(arguments: [
    ("已完成", "已全额退款", "128.00"), ("已关闭", "退款成功", "128.00"),
    ("已关闭", "同意退款，退款成功", "128.00"), ("已发货", "售后关闭", "0.00"), ("已完成", "-", "0.00"),
  ])
  func `status words say what went back`(order: String, afterSale: String, back: String) throws {
    let result = try shop.importRows([
      DouyinLine("6920001", "6920001", status: order, afterSale: afterSale)
    ])
    #expect(result.refunds == Money(back) && result.pending == 0)
  }

  @Test func `an unpaid order is known and posts nothing`() throws {
    let result = try shop.importRows([
      DouyinLine("6920001", "6920001", paid: "-", status: "已关闭")
    ])
    #expect(result.new == 1 && result.postedGross == .zero && result.gross == .zero)
  }

  @Test func `goods value is due minus freight plus the subsidies of platform and streamer`() throws
  {
    let line = DouyinLine("6920001", "6920001", payable: "1,110.00").with("运费", "¥10.00")
      .with("平台实际承担优惠金额", "5.50").with("达人实际承担优惠金额", "-")
    #expect(try shop.importRows([line]).gross == Money("1105.50"))
    #expect(try shop.violations() == [])
  }

  @Test func `what is mapped later is posted as a correction pair`() throws {
    let line = DouyinLine("6920001", "6920001", sku: "X-9")
    #expect(try shop.importRows([line]).pending == 1)
    #expect(try shop.programme.listings.unmapped(in: "douyin").map(\.code) == ["X-9"])
    #expect(try shop.map("X-9", to: "BC02:2") == 1)
    #expect(try shop.month().contains("BC02 彭水白茶 一级 100g 盒 2 128.00 0.00 0.00 0.00 0.00 128.00 "))
    #expect(try shop.violations() == [])
  }

  @Test func `an undone import is as if it had never been`() throws {
    let kept = DouyinLine("6920001", "6920001", status: "已发货")
    let later = DouyinLine("6920001", "6920001", status: "已关闭", afterSale: "已全额退款")
    try shop.importRows([kept], name: "1791430000_a.csv")
    let before = try shop.month()
    let second = try shop.importRows(
      [later, DouyinLine("6920002", "6920002")], name: "1791900000_b.csv")
    #expect(try shop.month() != before)
    _ = try shop.programme.imports.undo(second.number)
    #expect(try shop.month() == before)
    #expect(refusal { _ = try shop.programme.imports.undo(second.number) } == "import_undone")
    let again = try shop.importRows(
      [later, DouyinLine("6920002", "6920002")], name: "1791900000_b.csv")
    #expect(again.number == second.number && again.new == 1 && again.changed == 1)
    #expect(try shop.violations() == [])
  }

  @Test func `a file under a wrong channel is an error, not a second sale`() throws {
    try shop.programme.channels.add(.made("douyin2", "二店", "livestream", "douyin"))
    let rows = [DouyinLine("6920001", "6920001")]
    try shop.importRows(rows)
    let before = try shop.month()
    #expect(refusal { try shop.importRows(rows, channel: "douyin2") } == "claim_elsewhere")
    #expect(
      refusal { try shop.importRows(rows, channel: "kuaishou") } == "channel_of_other_platform")
    #expect(try shop.month() == before)
  }

  @Test func `rejected rows are told, written and mended, and the others are posted`() throws {
    let rows = [
      DouyinLine("6920001", "6920001"), DouyinLine("6.92E+18", "6920002"),
      DouyinLine("6920003", "6920003", payable: "abc"),
      DouyinLine("6920004", "6920004", paid: "2026-02-30 10:00:00"),
      DouyinLine("6920005", "6920005", paid: "2026/10/5 8:00"),
    ]
    let result = try shop.importRows(rows, name: "1791430000_r.csv")
    #expect(result.new == 1 && result.rejected == 4 && result.rows == 5)
    #expect(
      result.rejects.map(\.reason) == [
        "id_scientific", "cell_not_an_amount", "time_impossible", "time_reformatted",
      ])
    #expect(result.rejects.map(\.line) == [3, 4, 5, 6])
    let file = try #require(result.rejectsFile)
    let text = try #require(readSmallFile(file))
    #expect(!text.contains("张三丰") && text.contains("6.92E+18"))
    let mended = text.replacing("6.92E+18", with: "6920002").replacing("abc", with: "128.00")
      .replacing("2026-02-30", with: "2026-10-05").replacing(
        "2026/10/5 8:00", with: "2026-10-05 08:00:00")
    let second = try shop.importText(mended, name: "1791430000_mended.csv")
    #expect(second.new == 4 && second.rejected == 0 && second.isDated)
    #expect(try shop.violations() == [])
  }

  @Test func `strict and dry runs keep nothing`() throws {
    let rows = [DouyinLine("6920001", "6920001"), DouyinLine("6920002", "6920002", payable: "x")]
    let before = try shop.month()
    #expect(try !shop.importRows(rows) { $0.isStrict = true }.isPosted)
    #expect(try !shop.importRows(rows) { $0.isDryRun = true }.isPosted)
    #expect(try shop.month() == before && shop.programme.imports.list().rows.isEmpty)
  }

  @Test func `personal data is stored nowhere`() throws {
    try shop.importRows([DouyinLine("6920001", "6920001")])
    let sql = try shop.sql()
    let chunk = try sql.execute("SELECT content FROM import_chunk").single().decode([UInt8].self)
    let text = String(decoding: try gunzip(chunk, limit: 1 << 20), as: UTF8.self)
    #expect(text.contains("6920001") && text.contains("商家编码"))
    for secret in ["张三丰", "13800001111", "花园路"] { #expect(!text.contains(secret)) }
    #expect(
      try sql.execute("SELECT redacted_sha256 FROM import_file").single().text(0)
        == sha256Hex(text))
  }

  @Test func `rounded order numbers refuse the file`() throws {
    let rows = (1...4).map { DouyinLine("692000123456789\($0)000", "x\($0)") }
      .map { $0.with("主订单编号", String(($0.cells["主订单编号"] ?? "").prefix(15)) + "0000") }
    #expect(refusal { try shop.importRows(rows) } == "ids_rounded")
  }

  /// The planner takes a table for empty that was so when it was vacuumed, as after imports that were only tried.
  @Test
  func
    `tables that were empty when they were vacuumed are counted anew before a large file is joined`()
    throws
  {
    let sql = try shop.sql()
    try sql.run(
      script: """
        UPDATE pg_class SET reltuples = 0, relpages = 9000
        WHERE relnamespace = 'pengshui'::regnamespace AND relname IN ('claim', 'claim_snapshot')
        """)
    try shop.importRows(
      (1...2_001).map { DouyinLine("69\(1_000_000 + $0)", "69\(1_000_000 + $0)") })
    let isTakenForEmpty = try sql.execute(
      """
      SELECT bool_or(relpages > 0 AND reltuples = 0) FROM pg_class
      WHERE oid IN ('claim'::regclass, 'claim_snapshot'::regclass)
      """
    ).single().decode(Bool.self)
    #expect(!isTakenForEmpty)
  }
}
