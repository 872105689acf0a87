import Bangfu
import Domain
import Foundation
import Postgres
import Testing

/// The figure is published once, explained by bridges, and never changed.
@Suite struct FigureTests {
  let shop: Shop
  private let august: Month, september: Month
  init() throws {
    shop = try Shop()
    august = try #require(Month("2026-08"))
    september = try #require(Month("2026-09"))
    try shop.receive("BC01", "500")
    try shop.sell("BC01:1", at: "2026-08-05T10:00:00")
    try shop.sell("BC01:1", at: "2026-09-05T10:00:00")
  }

  private var figures: Figures { shop.programme.figures }

  /// August and September closed and published; then two sales and a refund of August, booked late.
  private func publishAndSell() throws {
    try shop.close("2026-08")
    _ = try figures.publish(august)
    let late = try shop.sell("BC01:3", at: "2026-08-20T10:00:00").document
    var refund = RefundRequest(document: late)
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-08-25T12:00:00")
    _ = try shop.programme.orders.refund(refund)
    let voided = try shop.sell("BC01:2", at: "2026-08-26T10:00:00").document
    try shop.close("2026-09")
    _ = try figures.publish(september)
    _ = try shop.programme.orders.void(voided, reason: "typed wrong")  // booked in October
  }

  /// Today by the programme's clock.
  private func today() throws -> BusinessDay {
    let day = try shop.sql().execute("SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text")
    let text = try day.single().decode(String.self)
    return try #require(BusinessDay(text))
  }

  /// The bridge to the newest version of a month: its steps that change something, and its sum.
  private func bridge(_ month: Month) throws -> [String] {
    try figures.bridge(of: month).rows.filter { $0[1] != "0" }
      .map { [$0[0], $0[1], $0[2], $0[3], $0[7]].joined(separator: " ") }
  }

  @Test func `a figure is published once, when its month is closed`() throws {
    #expect(refusal { _ = try figures.publish(august) } == "month_not_closed")
    #expect(refusal { _ = try figures.version(of: august) } == "figure_unpublished")
    try shop.close("2026-08")
    #expect(try figures.publish(august, reason: "八月") == Money("128.00"))
    #expect(refusal { _ = try figures.publish(august) } == "figure_published")
    #expect(refusal { _ = try figures.version(of: august, 2) } == "figure_unknown")
    #expect(refusal { _ = try figures.bridge(of: august) } == "figure_first")
    #expect(refusal { _ = try figures.bridgeLines(of: august) } == "figure_first")
    #expect(
      try figures.list().rows.map { $0[0] + " " + $0[1] + " " + $0[2] } == ["2026-08 1 128.00"])
    #expect(try shop.violations() == [])
  }

  @Test func `its bytes are canonical JSON, as another parser makes it`() throws {
    try shop.sql().run(
      script: #"UPDATE product SET name = E'白茶 "特级" \\ /\t\x01é' WHERE sku = 'BC01'"#)
    try shop.importRows(
      [DouyinLine("1", "1", paid: "2026-08-06 10:00:00")], name: "1788537600_a.csv")
    try shop.close("2026-08")
    _ = try figures.publish(august)
    let version = try figures.version(of: august)
    #expect(try CanonicalJSON.text(of: Data(version.text.utf8)) == version.text)
    #expect(version.text.contains(#""name":"白茶 \"特级\" \\ /\t\u0001é""#), "\(version.text)")
    #expect(version.text.contains(#""files":[{"channel":"douyin""#))
    let digest = try shop.sql().execute(
      "SELECT encode(sha256(convert_to(\(version.text), 'UTF8')), 'hex')"
    ).single().decode(String.self)
    #expect(digest == version.sha256)
  }

  /// The examples of RFC 8785, section 3.2.2, but for its numbers, which figures have none of; whole ones they have.
  @Test(arguments: [
    (
      #"{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"#,
      #"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
    ),
    (
      #"{"b": [56, {"d": true, "10": null, "1": []}], "aa": {}, "B": "x", "a": -3}"#,
      #"{"B":"x","a":-3,"aa":{},"b":[56,{"1":[],"10":null,"d":true}]}"#
    ),
    (  // section 3.2.3, but for the key beyond the basic plane
      #"{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Dalet", "1": "One", "\u0080": "Control"}"#,
      "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"\u{20ac}\":\"Euro Sign\",\"\u{fb33}\":\"Dalet\"}"
    ),
  ])
  func `JSON is written as RFC 8785 says`(given: String, expected: String) throws {
    let made = try shop.sql().execute("SELECT canonical(\(given)::jsonb)").single().decode(
      String.self)
    #expect(made == expected)
    #expect(try CanonicalJSON.text(of: Data(given.utf8)) == expected)
  }

  @Test func `a restatement moves what came late, its bridges cancel, and version one stays`()
    throws
  {
    try publishAndSell()
    let before = try [figures.version(of: august), figures.version(of: september)]
    #expect(try shop.month("2026-09").hasPrefix("768.00 128.00"))
    let booked = try shop.sql().execute("SELECT max(document_id), count(*) FROM document").single()
    let done = try shop.programme.months.restate(august, reason: "orders that came late")
    #expect(done.lines == 4 && done.published == [august, september])
    #expect(
      try bridge(august) == [
        "late_sales 2 640.00 0.00 640.00", "late_refunds 1 0.00 128.00 -128.00",
        "corrections 1 -256.00 0.00 -256.00", "total 4 384.00 128.00 256.00",
      ])
    #expect(
      try bridge(september) == [
        "late_sales 2 -640.00 0.00 -640.00", "late_refunds 1 0.00 -128.00 128.00",
        "total 3 -640.00 -128.00 -512.00",
      ])
    #expect(try figures.bridgeLines(of: august).rows.count == 4)
    #expect(
      try figures.bridgeLines(of: august, step: "late_refunds").rows.map { $0[6] } == ["-128.00"])
    #expect(try figures.version(of: august, 1) == before[0])
    #expect(try figures.version(of: september, 1) == before[1])
    #expect(
      try shop.sql().execute("SELECT max(document_id), count(*) FROM document").single().text(1)
        == booked.text(1))
    for (month, sums) in [
      ("2026-08", "512.00 128.00"), ("2026-09", "128.00 0.00"), ("2026-10", "0.00 0.00"),
    ] {
      #expect(try shop.month(month).hasPrefix(sums), "\(month)")
      #expect(try shop.month(month).contains("reconciles true, differences []"))
    }
    #expect(
      try !shop.month("2026-09").contains("2026-08-20"),
      "what is counted elsewhere is in no breakdown")
    #expect(
      refusal { _ = try shop.programme.months.restate(august, reason: "again") }
        == "nothing_to_restate")
    #expect(try shop.violations() == [])
  }

  @Test func `what was said, and what is known on a day, is reported beside what is booked`() throws
  {
    try publishAndSell()
    func counted(_ month: Month, _ basis: ReportBasis) throws -> String {
      let report = try shop.programme.reports.monthly(month, as: basis)
      #expect(report.reconciles)
      return "\(report.headline.gross) \(report.headline.counted) \(report.byTime.count)"
    }
    let today = try today()
    let yesterday = try #require(BusinessDay(number: today.number - 1))
    #expect(try counted(august, .published(1)) == "128.00 128.00 1")
    #expect(try counted(august, .booked) == "128.00 128.00 1")
    #expect(try counted(august, .known(today)) == "512.00 384.00 3")
    #expect(try counted(august, .known(yesterday)) == "0.00 0.00 0")
    let known = try shop.programme.reports.monthly(august, as: .known(today))
    _ = try shop.programme.months.restate(august, reason: "late")
    let stated = try shop.programme.reports.monthly(august, as: .published(2))
    #expect(stated.texts == known.texts && stated.headline == known.headline)
    #expect(try shop.programme.reports.monthly(august).headline == known.headline)
    #expect(refusal { _ = try counted(august, .published(3)) } == "figure_unknown")
  }

  @Test func `after a restatement every report of a month says what the month's figure says`()
    throws
  {
    try publishAndSell()
    _ = try shop.programme.months.restate(august, reason: "late")
    _ = try requireCertificates(from: "2026-08-01")
    _ = try shop.programme.months.restate(august, reason: "the province said so")
    for month in [august, september] {
      let sums = try shop.programme.reports.monthly(month).headline
      let margin = try shop.programme.reports.margin(in: .month(month), by: .channel).total
      #expect(margin.rows[0][4] == (sums.gross - sums.refunds).description, "\(margin)")
      let sold = try shop.programme.reports.suppliers(in: .month(month)).total
      let cells = ["gross", "refunds", "counted"].map { key in
        sold.keys.firstIndex(of: key).map { sold.rows[0][$0] } ?? "?"
      }
      #expect(cells == [sums.gross, sums.refunds, sums.counted].map(\.description))
      let steps = try shop.programme.reports.waterfall(in: .month(month)).rows
      #expect(steps.first { $0[1] == "counted" }?.last == sums.counted.description)
    }
    try shop.programme.targets.set(
      #require(Money("1000.00")), from: #require(BusinessDay("2026-08-01")),
      to: #require(BusinessDay("2026-08-31")))
    #expect(
      try shop.programme.targets.list().rows[0][3] == "0.00", "no certificate, nothing counts")
  }

  @Test func `versions are chained to the one before, and to the newest of an earlier month`()
    throws
  {
    try publishAndSell()
    _ = try shop.programme.months.restate(august, reason: "late")
    let chain = try shop.sql().execute(
      """
      SELECT concat_ws(' ', to_char(v.month, 'MM'), v.version, (SELECT concat(to_char(p.month, 'MM'), '.', p.version)
          FROM figure_version p WHERE p.sha256 = v.previous),
        'after', (SELECT concat(to_char(p.month, 'MM'), '.', p.version) FROM figure_version p WHERE p.sha256 = v.earlier))
      FROM figure_version v ORDER BY v.month, v.version
      """
    ).compactMap { $0.text(0) }
    #expect(chain == ["08 1 after", "08 2 08.1 after", "09 1 after 08.1", "09 2 09.1 after 08.2"])
  }

  @Test
  func `what is late in an open month leaves it, and a second restatement takes what came since`()
    throws
  {
    try shop.close("2026-08")
    try shop.sell("BC01:1", at: "2026-08-20T10:00:00")
    #expect(try shop.programme.months.restate(august, reason: "late").published == [])
    #expect(try shop.month("2026-09").hasPrefix("128.00"))
    // Judged anew where it is booked: its pair is all that September has of that day.
    let act = try requireCertificates(from: "2026-08-15")
    #expect(try shop.month("2026-09").contains("2026-08-20 0.00 0.00 0.00 128.00 0.00 -128.00"))
    #expect(try shop.violations() == [])
    _ = try shop.programme.rules.undo(act, reason: "withdrawn")
    _ = try figures.publish(august)
    #expect(try figures.version(of: august).text.contains(#""headline":{"counted":"256.00""#))
    try shop.sell("BC01:2", at: "2026-08-21T10:00:00")
    #expect(try shop.programme.months.restate(august, reason: "late again").published == [august])
    #expect(
      try bridge(august) == [
        "late_sales 1 256.00 0.00 256.00", "corrections 4 0.00 0.00 0.00",
        "total 5 256.00 0.00 256.00",
      ])
    try shop.close("2026-09")
    #expect(try figures.publish(september) == Money("128.00"))
    #expect(try shop.violations() == [])
  }

  /// Requires certificates since a day; answers the act's number.
  private func requireCertificates(from day: String) throws -> Int64 {
    var set = try #require(try shop.programme.rules.inForce().first?.rules)
    (set.from, set.to) = (try #require(BusinessDay(day)), nil)
    set.chosen["certificates"] = "required"
    return try shop.programme.rules.set([set], reason: "a letter").number
  }

  @Test func `a closed month is judged anew by a restatement alone, and back when the rule goes`()
    throws
  {
    var refund = RefundRequest(
      document: try shop.sell("BC01:4", at: "2026-08-07T10:00:00").document)
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-08-09T12:00:00")
    _ = try shop.programme.orders.refund(refund)
    try shop.close("2026-08")
    _ = try figures.publish(august)
    let act = try requireCertificates(from: "2026-08-06")
    #expect(try shop.month("2026-08").hasPrefix("640.00 128.00 0.00 0.00 512.00"))
    #expect(try shop.programme.months.restate(august, reason: "the province said so").lines == 2)
    #expect(try bridge(august) == ["eligibility 2 0.00 0.00 -384.00", "total 2 0.00 0.00 -384.00"])
    #expect(try shop.month("2026-08").hasPrefix("640.00 128.00 384.00 0.00 128.00"))
    #expect(try figures.version(of: august).text.contains(#""rule":"certificate""#))
    #expect(
      refusal { _ = try shop.programme.months.restate(august, reason: "x") } == "nothing_to_restate"
    )
    #expect(try shop.violations() == [])
    _ = try shop.programme.rules.undo(act, reason: "withdrawn")
    #expect(try shop.programme.months.restate(august, reason: "withdrawn").lines == 2)
    #expect(try bridge(august) == ["eligibility 2 0.00 0.00 384.00", "total 2 0.00 0.00 384.00"])
    let (first, third) = try (figures.version(of: august, 1), figures.version(of: august, 3))
    let said = try [1, 3].map { try shop.programme.reports.monthly(august, as: .published($0)) }
    #expect(said[0].texts == said[1].texts && first.sha256 != third.sha256)
    #expect(try shop.violations() == [])
  }

  @Test func `a late line that was judged anew in an open month moves with its judgement`() throws {
    try shop.close("2026-08")
    _ = try figures.publish(august)
    try shop.sell("BC01:2", at: "2026-08-20T10:00:00")
    let act = try requireCertificates(from: "2026-08-15")
    #expect(try shop.programme.months.restate(august, reason: "late").lines == 3)
    #expect(try shop.month("2026-08").hasPrefix("384.00 0.00 256.00 0.00 128.00"))
    #expect(try shop.month("2026-09").contains("128.00 0.00"))
    #expect(try shop.violations() == [])
    try shop.close("2026-09")
    _ = try figures.publish(september)
    _ = try shop.programme.rules.undo(act, reason: "withdrawn")
    #expect(try shop.programme.months.restate(august, reason: "withdrawn").published == [august])
    #expect(try bridge(august) == ["eligibility 1 0.00 0.00 256.00", "total 1 0.00 0.00 256.00"])
    #expect(try shop.month("2026-08").hasPrefix("384.00 0.00 0.00 0.00 384.00"))
    let today = try today()
    let known = try shop.programme.reports.monthly(august, as: .known(today))
    #expect(try known.headline == shop.programme.reports.monthly(august).headline)
    #expect(try shop.violations() == [])
  }

  @Test func `a decision of duplicates in a published month is a step of its next bridge`() throws {
    try shop.receive("YC02", "100")
    try shop.sell("YC02:12", at: "2026-08-10T10:00:00", cash: "2000")
    try shop.importRows([
      DouyinLine(
        "6920001", "6920001", sku: "YC02", pieces: 12, payable: "1656.00",
        paid: "2026-08-11 09:00:00")
    ])
    try shop.close("2026-08")
    _ = try figures.publish(august)
    let (first, duplicates) = try (figures.version(of: august), shop.programme.duplicates)
    let days = try ["2026-08-01", "2026-08-31"].map { try #require(BusinessDay($0)) }
    #expect(try duplicates.find(from: days[0], to: days[1]).groups == 1)
    let group = try #require(
      duplicates.list(decided: false, limit: nil).rows.first.flatMap { Int64($0[0]) })
    let decision = try duplicates.decide(group, same: true, reason: "one delivery")
    #expect(decision.judged == 0)
    #expect(try shop.month("2026-08").hasPrefix("3440.00 0.00 0.00 0.00 3440.00"))
    #expect(try shop.violations() == [])
    #expect(try shop.programme.months.restate(august, reason: "x").published == [august])
    #expect(
      try bridge(august) == ["duplicates 1 0.00 0.00 -1656.00", "total 1 0.00 0.00 -1656.00"])
    let lines = try figures.bridgeLines(of: august, step: "duplicates").rows
    #expect(lines.map { [$0[4], $0[9], $0[10]] } == [["douyin", "counted", "duplicate"]])
    #expect(try shop.month("2026-08").hasPrefix("3440.00 0.00 0.00 0.00 1784.00"))
    _ = try duplicates.undo(decision.number, reason: "two deliveries")
    #expect(try shop.programme.months.restate(august, reason: "y").published == [august])
    #expect(try bridge(august) == ["duplicates 1 0.00 0.00 1656.00", "total 1 0.00 0.00 1656.00"])
    #expect(try figures.version(of: august, 1) == first)
    #expect(try shop.violations() == [])
    // The platform's sale is chosen: the other one's goods stay what the closed month has of them.
    _ = try duplicates.find(from: days[0], to: days[1])
    let again = try #require(
      duplicates.list(decided: false, limit: nil).rows.first.flatMap { Int64($0[0]) })
    let filed = try #require(
      duplicates.show(again).sales.rows.first { $0[1] == "douyin" }.flatMap { Int64($0[0]) })
    _ = try duplicates.decide(again, same: true, counted: filed, reason: "the platform's")
    #expect(try shop.violations() == [])
    _ = try shop.programme.months.restate(august, reason: "z")
    #expect(
      try figures.bridgeLines(of: august, step: "duplicates").rows.map { $0[4] } == ["counter"])
    #expect(try shop.violations() == [])
  }

  @Test func `nobody restates a month that is open, or without a reason`() throws {
    #expect(
      refusal { _ = try shop.programme.months.restate(august, reason: "x") } == "month_not_closed")
    try shop.close("2026-08")
    #expect(
      refusal { _ = try shop.programme.months.restate(august, reason: " ") } == "reason_blank")
    #expect(
      refusal { _ = try shop.programme.months.restate(august, reason: "x") } == "nothing_to_restate"
    )
  }

  @Test func `a second person approves, who neither closed the month nor asked`() throws {
    let closer = try shop.open(as: shop.person(.accountant))
    let other = "other_of_\(shop.database)"
    try shop.programme.people.add(
      other, name: "other", role: .official, password: "a long one", command: "test")
    let official = try shop.open(as: shop.person(.official))
    let second = try shop.open(as: other)
    try shop.close("2026-08")
    func act(_ programme: Programme, _ body: () throws -> Void, approved by: [Programme]) throws
      -> [String?]
    {
      do {
        try body()
        return ["done"]
      } catch let problem as Problem where problem.code == "approval_needed" {
        let number = try programme.approvals.ask(problem, reason: "please")
        return by.map { person in
          refusal { try person.approvals.end(number, isGiven: true, reason: "x") }
        }
      }
    }
    let publish = { _ = try official.figures.publish(self.august) }
    #expect(
      try act(official, publish, approved: [official, second]) == ["approval_by_party", nil])
    try publish()
    #expect(try figures.version(of: august).text.contains(#""approved_by":"\#(other)""#))
    try shop.sell("BC01:1", at: "2026-08-20T10:00:00")
    let restate = { _ = try official.months.restate(self.august, reason: "late") }
    #expect(
      try act(official, restate, approved: [official, closer]) == ["approval_by_party", nil])
    try restate()
    #expect(try figures.version(of: august, 2).text.contains(#""approved_by":"accountant_of_"#))
    let reader = try shop.open(as: shop.person(.reader))
    #expect(try reader.figures.version(of: august).number == 2)
    #expect(try reader.figures.bridge(of: august).rows.count == 6)
    #expect(try reader.figures.bridgeLines(of: august).rows.count == 1)
    #expect(
      try reader.reports.monthly(august, as: .published(1)).headline.counted == Money("128.00"))
    #expect(refusal { _ = try reader.figures.publish(september) } == "right_missing")
    #expect(try shop.violations() == [])
  }

  @Test func `whoever closed a month does not approve its restatement`() throws {
    let closer = try shop.person(.accountant)
    let official = try shop.open(as: shop.person(.official))
    try shop.close("2026-08")
    try shop.sql().run(
      script: """
        SET session_replication_role = replica;
        UPDATE posting SET recorded_by = '\(closer)' WHERE posting_id = (SELECT posting_id FROM month_close)
        """)
    try shop.sell("BC01:1", at: "2026-08-20T10:00:00")
    do {
      _ = try official.months.restate(august, reason: "late")
      Issue.record("a second person is needed")
    } catch let problem as Problem where problem.code == "approval_needed" {
      let number = try official.approvals.ask(problem, reason: "please")
      let accountant = try shop.open(as: closer)
      #expect(
        refusal { try accountant.approvals.end(number, isGiven: true, reason: "x") }
          == "approval_by_party")
    }
  }
}
