import Bangfu
import Domain
import Postgres
import Tabular
import TestSupport
import Testing

/// Where goods go, as files say it, and what rules make of it.
@Suite struct DestinationTests {
  let shop: Shop
  var programme: Programme { shop.programme }
  init() throws { shop = try Shop() }

  private func line(_ order: String, _ province: String?) -> DouyinLine {
    let line = DouyinLine(order, order)
    return province.map { line.with("省", $0) } ?? line
  }

  /// Counts what goes to Shandong, from a day on.
  @discardableResult
  private func shandongAlone(from day: String = "2026-10-01") throws -> RulesAct {
    var set = try #require(try programme.rules.inForce().first?.rules)
    set.from = try #require(BusinessDay(day))
    set.to = nil
    set.provinces = ["山东"]
    return try programme.rules.set([set], reason: "a letter")
  }

  /// What the months' verdicts are, by rule: net yuan.
  private func sums(_ month: String = "2026-10-01") throws -> [String: String] {
    let rows = try shop.sql().execute(
      """
      SELECT rule, sum(gross - refunds)::text FROM daily_sales WHERE book_month = \(month)::date
      GROUP BY rule HAVING sum(gross - refunds) <> 0
      """)
    return try Dictionary(uniqueKeysWithValues: rows.map { try $0.decode((String, String).self) })
  }

  private func expectSound(_ location: SourceLocation = #_sourceLocation) throws {
    let violations = try shop.violations()
    #expect(violations == [], sourceLocation: location)
  }

  /// The province of each line that an order has posted as a sale and that stands.
  private func provinces() throws -> [String: String?] {
    let rows = try shop.sql().execute(
      """
      SELECT c.order_no, (p.judgement).province FROM claim_posted p JOIN claim c ON c.claim_id = p.claim_id
      WHERE p.side = 'sale'
      """)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.text(0) ?? "", $0.text(1)) })
  }

  @Test func `the program and the database know the same provinces`() throws {
    let known = try shop.sql().execute("SELECT name FROM province").map {
      try $0.decode(String.self)
    }
    #expect(Set(known) == Set(Province.all.map(\.name)))
  }

  @Test func `each way of writing a province is one, and rules of one province count no other`()
    throws
  {
    try shop.importRows([
      line("1", "山东省"), line("2", "山东"), line("3", "370000"), line("4", "山东省 聊城市 东昌府区"),
      line("5", "河南省"), line("6", "海外"), line("7", nil), line("8", "内蒙古自治区"),
    ])
    #expect(try sums() == ["eligible": "1024.00"])
    #expect(try shandongAlone().judged == 4)
    #expect(
      try sums() == ["eligible": "512.00", "province": "256.00", "province_unknown": "256.00"])
    let found = try provinces()
    #expect(["1", "2", "3", "4"].allSatisfy { found[$0] == "山东" })
    #expect(found["5"] == "河南" && found["8"] == "内蒙古")
    #expect(found["6"] == .some(nil) && found["7"] == .some(nil))
    try expectSound()
    // The channel says where goods go of which the file says nothing, and of no others.
    var channel = ChannelDraft(code: "douyin")
    channel.province = "山东"
    try programme.channels.change(channel)
    #expect(
      try sums() == ["eligible": "640.00", "province": "256.00", "province_unknown": "128.00"])
    channel.province = "河南"
    try programme.channels.change(channel)
    #expect(
      try sums() == ["eligible": "512.00", "province": "384.00", "province_unknown": "128.00"])
    try expectSound()
  }

  @Test func `what comes after the rules is judged as what came before, and by the rules' undo`()
    throws
  {
    let act = try shandongAlone()
    try shop.importRows([line("1", "山东省"), line("2", "河南省"), line("3", "海外")])
    #expect(
      try sums() == ["eligible": "128.00", "province": "128.00", "province_unknown": "128.00"])
    let facts = try shop.sql().execute("SELECT fact FROM line WHERE rule = 'province'").map {
      $0.text(0)
    }
    #expect(facts == ["河南"])
    try expectSound()
    #expect(try programme.rules.undo(act.number, reason: "withdrawn").judged == 2)
    #expect(try sums() == ["eligible": "384.00"])
    try expectSound()
  }

  @Test func `a later file that says another province changes it, and one that says none does not`()
    throws
  {
    try shandongAlone()
    try shop.importRows([line("1", "山东省"), line("2", "河南省")], name: "1791252000_a.csv")
    let later = try shop.importRows(
      [line("1", "河南省"), line("2", nil)], name: "1791338400_b.csv")
    #expect(later.changed == 2)
    #expect(try provinces() == ["1": "河南", "2": "河南"])
    #expect(try sums() == ["province": "256.00"])
    try expectSound()
    _ = try programme.imports.undo(later.number)
    #expect(try provinces() == ["1": "山东", "2": "河南"])
    try expectSound()
  }

  @Test func `files in any order say the same provinces`() throws {
    let files = [
      ("1791252000_a.csv", [line("1", "山东省"), line("2", nil), line("3", "河南省")]),
      ("1791338400_b.csv", [line("1", nil), line("2", "山东"), line("3", "海外")]),
      ("1791424800_c.csv", [line("1", "北京"), line("2", nil), line("3", nil)]),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let other = try DestinationTests()
      try other.shandongAlone()
      for place in order { try other.shop.importRows(files[place].1, name: files[place].0) }
      #expect(try other.provinces() == ["1": "北京", "2": "山东", "3": nil], "\(order)")
      try other.expectSound()
    }
  }

  @Test func `a late file of another province corrects a closed month in the open one`() throws {
    try shandongAlone()
    try shop.importRows([line("1", "山东省"), line("2", "山东省")], name: "1791252000_a.csv")
    try shop.close("2026-10")
    try shop.importRows([line("1", "河南省"), line("2", "山东")], name: "1793548800_b.csv")
    #expect(try sums() == ["eligible": "256.00"])
    #expect(try sums("2026-11-01") == ["eligible": "-128.00", "province": "128.00"])
    try expectSound()
    // Of what was corrected so the rules of later say what they say of any line.
    var set = try #require(try programme.rules.inForce().last?.rules)
    set.provinces = ["山东", "河南"]
    _ = try programme.rules.set([set], reason: "another letter")
    #expect(try sums("2026-11-01").filter { $0.value != "0.00" } == [:])
    try expectSound()
    let october = try #require(Month("2026-10"))
    _ = try programme.figures.publish(october)
    _ = try programme.months.restate(october, reason: "late")
    try expectSound()
  }

  @Test func `the copy keeps the province of an address, and the address nowhere`() throws {
    try shop.importRows([
      line("1", "山东省聊城市东昌府区花园路1号"), line("2", "山东省"), line("3", "聊城市花园路1号"), line("4", "***"),
    ])
    let kept = try (2...5).map { row in
      try programme.imports.row(row, of: 1).cells.first { $0.column == "省" }?.plain
    }
    #expect(kept == ["山东", "山东省", "", ""])
    let known = try shop.sql().execute(
      "SELECT DISTINCT province FROM claim_snapshot ORDER BY province"
    ).map { $0.text(0) }
    #expect(known == ["", "山东", nil])
  }
}
