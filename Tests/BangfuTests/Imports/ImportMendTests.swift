import Bangfu
import Domain
import Postgres
import Tabular
import TestSupport
import Testing
import System

/// What people do to files and profiles after an import: mend them, split them, copy them, import them again.
@Suite struct ImportMendTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private static let header = "门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额\n"
  private static let title = "振华超市代销结算单 2026年9月,,,,,,\n"

  private func lines() throws -> [String] {
    try shop.sql().execute(
      """
      SELECT concat_ws(' | ', c.order_no, c.line_no, trim_scale(p.quantity), p.amount)
      FROM claim_posted p JOIN claim c ON c.claim_id = p.claim_id WHERE p.side = 'sale' ORDER BY 1
      """
    ).compactMap { $0.text(0) }
  }

  @Test
  func `names that hold the word of a total are goods and shops, full-width digits are digits`()
    throws
  {
    let result = try shop.importText(
      Self.title + Self.header + """
        合计百货店,BC01,全部好礼合计装,50g,２,100.00,２００.００
        第一百货总计店,HS01,红薯,散装,1.500,6.00,9.00
        合计,,,,,,209.00

        """, name: "a.csv", channel: "supermarket")
    #expect(result.rows == 2 && result.new == 2 && result.totalsDiffering.isEmpty, "\(result)")
    #expect(
      try lines() == [
        "2026-09-30 合计百货店 | BC01/50g | 2 | 200.00",
        "2026-09-30 第一百货总计店 | HS01/散装 | 1.5 | 9.00",
      ])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9])
  func `a mended row does not take the place of one that is equal to it`(mended: Int) throws {
    let text =
      Self.title + Self.header + """
        东昌店,HS01,红薯,散装,2,6.00,12.00
        东昌店,HS01,红薯,散装,1,6.00,6.00
        东昌店,HS01,红薯,散装,三,6.00,18.00
        东昌店,BC01,白茶,50g,1,80.00,80.00

        """
    let first = try shop.importText(text, name: "a.csv", channel: "supermarket")
    #expect(first.new == 1 && first.rejected == 3)
    #expect(try shop.month("2026-09").hasPrefix("80.00 "))
    let list = try #require(first.rejectsFile)
    let rejects = try #require(readSmallFile(list))
    let text2 = rejects.replacing("三,6.00,18.00", with: "\(mended),6.00,\(6 * mended).00")
    let second = try shop.importText(text2, name: "b.csv", channel: "supermarket")
    #expect(second.rejected == 0 && second.new == 3 && second.conflicts == 0)
    #expect(try shop.month("2026-09").hasPrefix("\(98 + 6 * mended).00 "))
    let again = try shop.importText(text, name: "a.csv", channel: "supermarket")
    #expect(again.same == 1 && again.rejected == 3 && again.postedGross == .zero)
    #expect(try shop.violations() == [])
  }

  @Test func `a list of rejected rows is never written over`() throws {
    let bad = DouyinLine("1", "1", payable: "12.8O")
    let first = try shop.importRows([bad])
    let list = try #require(first.rejectsFile)
    let writer = try FileWriter(list)
    try writer.write("somebody mends this")
    try writer.flush()
    let second = try shop.importRows([bad, DouyinLine("2", "2", payable: "九")])
    #expect(second.rejected == 2)
    let other = try #require(second.rejectsFile)
    #expect(other != list)
    #expect(readSmallFile(list) == "somebody mends this")
    #expect(readSmallFile(other)?.contains("12.8O") == true)
  }

  @Test func `an import by a mended profile takes the place of the one before`() throws {
    func profile(_ times: String) {
      let text = "name = \"ours\"\nlike = \"fupin832-orders\"\ntimes = [\(times)]\n"
      shop.programme.profiles.own = [(name: "ours.toml", text: text)]
    }
    let text = """
      订单编号,采购单位,下单时间,付款时间,订单状态,商品编码,商品名称,规格,数量,金额
      1,聊城一中,2026-10-08 09:00:00,2026-10-08 09:05:00,已完成,BC01,白茶,50g,2,200.00
      2,聊城一中,2026-10-09 09:00:00,2026/10/9 9:05,已完成,BC01,白茶,50g,1,100.00

      """
    func run() throws -> ImportResult {
      try shop.importText(text, name: "832.csv", channel: "fupin832") { $0.profile = "ours" }
    }
    profile("\"YYYY-MM-DD HH:mm:ss\"")
    let first = try run()
    #expect(first.new == 1 && first.rejected == 1)
    profile("\"YYYY-MM-DD HH:mm:ss\", \"YYYY/M/D H:mm\"")
    let second = try run()
    #expect(second.rejected == 0 && second.rows == 2 && second.postedGross == Money("100.00"))
    #expect(try lines().count == 2)
    #expect(try shop.violations() == [])
    let third = try run()
    #expect(third.same == 2 && third.postedGross == .zero)
    // And the one before takes the place of the mended one, where that was a mistake.
    profile("\"YYYY-MM-DD HH:mm:ss\"")
    #expect(try run().postedGross == Money("-100.00"))
    #expect(try lines().count == 1)
    #expect(try shop.violations() == [])
  }

  @Test func `a file of the years to come, and one for a channel that is closed, are refused`()
    throws
  {
    #expect(
      refusal { try shop.importRows([DouyinLine("1", "1")], name: "4000000000_a.csv") }
        == "snapshot_in_future")
    #expect(
      refusal { try shop.importRows([DouyinLine("1", "1")]) { $0.asOf = Instant("2026-01-01") } }
        == "snapshot_too_early")
    #expect(try shop.programme.imports.list().rows.isEmpty)
    var channel = ChannelDraft(code: "douyin")
    channel.isActive = false
    try shop.programme.channels.change(channel)
    #expect(refusal { try shop.importRows([DouyinLine("1", "1")]) } == "channel_inactive")
  }

  @Test func `a known file that does not say what is recorded of it is judged row by row`() throws {
    let rows = [DouyinLine("6920001", "6920001"), DouyinLine("6920002", "6920002")]
    try shop.importRows(rows, name: "1791430000_a.csv")
    let again = try shop.importRows(rows, name: "1791430000_a.csv")
    #expect(again.same == 2 && again.conflicts == 0)
    // As if an older program had read its first row otherwise.
    let server = try Connection(TestServer.shared.conninfo(database: shop.database))
    try server.run(
      script: """
        SET search_path = pengshui; SET session_replication_role = replica;
        UPDATE claim_snapshot SET digest = 'ffffffff-ffff-ffff-ffff-ffffffffffff' WHERE row_no = 2
        """)
    let judged = try shop.importRows(rows, name: "1791430000_a.csv")
    #expect(judged.number == again.number && judged.conflicts == 1 && judged.gross == again.gross)
  }
}
