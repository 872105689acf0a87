import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Livestream sessions: of one host one at a time; what was paid in them, sent back, settled, and what remains.
@Suite struct LivestreamTests {
  let shop: Shop
  var livestreams: Livestreams { shop.programme.livestreams }
  init() throws { shop = try Shop() }

  private func draft(
    _ host: String?, _ from: String?, _ to: String?, number: String? = nil,
    channel: String? = "douyin"
  ) -> LivestreamDraft {
    var draft = LivestreamDraft()
    (draft.host, draft.hostNumber, draft.channel) = (host, number, channel)
    draft.begins = from.flatMap { Instant("2026-10-05T" + $0) }
    draft.ends = to.flatMap { Instant("2026-10-05T" + $0) }
    return draft
  }

  private func sessions() throws -> [String] {
    try livestreams.list().rows.map { $0.dropFirst().joined(separator: " ") }
  }

  private func report(_ by: SessionDimension, today: String = "2026-12-31") throws -> [String] {
    let report = try shop.programme.reports.sessions(
      in: .month(#require(Month("2026-10"))), by: by, today: BusinessDay(today))
    return (report.rows.rows + report.total.rows).map { row in
      row.dropFirst(by == .session ? 3 : 0).joined(separator: " ")
    }
  }

  @Test func `a session overlaps none of its host, is changed, and undone by the act's number`()
    throws
  {
    let first = try livestreams.add(draft("小李", "20:00", "22:00", number: "7001"))
    for (host, from, to, number) in [
      ("小李", "21:59", "23:00", nil), ("小李", "19:00", "20:01", nil), ("小李", "20:30", "21:00", nil),
      ("李主播", "21:00", "23:00", "7001"), ("小李", "19:00", "23:00", nil),
    ] as [(String, String, String, String?)] {
      let code = refusal { _ = try livestreams.add(draft(host, from, to, number: number)) }
      #expect(code == "session_overlaps", "\(host) \(from)")
    }
    var twice = draft("小李", "22:00", "23:00")
    twice.id = "6f3d0c1e-0000-4000-8000-000000000001"
    let second = try livestreams.add(twice)
    #expect(try livestreams.add(twice).repeated && livestreams.add(twice).number == second.number)
    twice.host = "小王"
    #expect(refusal { _ = try livestreams.add(twice) } == "request_used")
    _ = try livestreams.add(draft("小王", "20:00", "22:00"))
    var later = LivestreamDraft()
    later.ends = Instant("2026-10-05T22:30")
    for (code, act) in [
      ("session_overlaps", { _ = try livestreams.change(first.session, to: later, reason: "x") }),
      (
        "session_as_it_was",
        { _ = try livestreams.change(first.session, to: draft("小李", nil, nil), reason: "x") }
      ),
      ("reason_blank", { _ = try livestreams.change(first.session, to: later, reason: " ") }),
      ("session_unknown", { _ = try livestreams.change(99_999, to: later, reason: "x") }),
      ("session_unknown", { _ = try livestreams.undo(99_999, reason: "x") }),
      ("session_unknown", { _ = try livestreams.show(99_999) }),
      ("session_times", { _ = try livestreams.add(draft("小赵", "20:00", "20:00")) }),
      ("channel_unknown", { _ = try livestreams.add(draft("小赵", "20:00", "21:00", channel: "x")) }),
      ("livestream_session_host_given", { _ = try livestreams.add(draft("　", "10:00", "11:00")) }),
      (
        "livestream_session_host_short",
        { _ = try livestreams.add(draft(String(repeating: "赵", count: 101), "10:00", "11:00")) }
      ),
    ] as [(String, () throws -> Void)] {
      #expect(refusal { try act() } == code)
    }
    let change = try livestreams.change(
      second.session, to: draft(nil, "22:30", nil, channel: nil), reason: "late")
    _ = try livestreams.change(first.session, to: later, reason: "it went on")
    #expect(
      try sessions() == [
        "douyin 小李 7001 2026-10-05 20:00 2026-10-05 22:30",
        "douyin 小王  2026-10-05 20:00 2026-10-05 22:00",
        "douyin 小李  2026-10-05 22:30 2026-10-05 23:00",
      ])
    #expect(refusal { _ = try livestreams.undo(second.number, reason: "x") } == "undo_stands")
    #expect(refusal { _ = try livestreams.undo(change.number, reason: "x") } == "session_overlaps")
    let said = try livestreams.show(second.session).rows.map { $0.last }
    #expect(said == ["replaced", "stands"])
    let longer = try #require(livestreams.show(first.session).rows.last?.first)
    _ = try livestreams.undo(#require(Int64(longer)), reason: "it did not")
    _ = try livestreams.undo(change.number, reason: "in time")
    #expect(refusal { _ = try livestreams.undo(change.number, reason: "x") } == "undone_already")
    _ = try livestreams.undo(second.number, reason: "no such")
    #expect(try sessions().count == 2 && shop.violations() == [])
  }

  /// Orders of two sessions of an evening, and one of neither: 100.00 each, one of three pieces 300.00, of which one went
  /// back whole.
  private func orders() throws {
    try shop.importRows(
      [
        ("6930001", "20:00:00", 1), ("6930002", "21:59:59", 3), ("6930003", "22:00:00", 1),
        ("6930004", "23:30:00", 1), ("6930005", "21:00:00", 1),
      ].map { order, time, pieces in
        DouyinLine(
          order, order, sku: pieces == 3 ? "HS01" : "BC01", pieces: pieces,
          payable: "\(pieces)00.00", paid: "2026-10-05 \(time)",
          status: order == "6930005" ? "已关闭" : "已完成"
        ).with("售后状态", order == "6930005" ? "已全额退款" : "-")
      }, name: "1792000000_orders.csv")
  }

  private func bill(_ rows: [(order: String, host: String)], name: String = "bill.csv") throws {
    try shop.importTable(
      .douyinBill(name, rows.map { DouyinSettled($0.order).with("达人ID", $0.host).cells }))
  }

  @Test func `orders fall to the session they were paid in, with refunds and fees to this day`()
    throws
  {
    try orders()
    let first = try livestreams.add(draft("小李", "20:00", "22:00", number: "7001"))
    _ = try livestreams.add(draft("小王", "22:00", "23:00"))
    try bill([("6930001", "7001"), ("6930003", "0")])
    #expect(
      try report(.session) == [
        "小李  douyin 3 500.00 100.00 20.0 0.00 20.00 5.00 0.00 375.00 75.00",
        "小王  douyin 1 100.00 0.00 0.0 0.00 20.00 5.00 0.00 75.00 75.00",
        " session douyin 1 100.00 0.00 0.0 0.00 0.00 0.00 0.00 100.00 0.00",
        "   5 700.00 100.00 14.3 0.00 40.00 10.00 0.00 550.00 150.00",
      ])
    let products = try report(.product)
    #expect(
      products == [
        "小李 HS01 彭水红薯  公斤 3.000 0.000 300.00 0.00 0.0 0.00",
        "小李 BC01 彭水白茶 特级 50g  盒 2.000 1.000 200.00 100.00 50.0 0.00",
        "小王 BC01 彭水白茶 特级 50g  盒 1.000 0.000 100.00 0.00 0.0 0.00",
        " BC01 彭水白茶 特级 50g  盒 1.000 0.000 100.00 0.00 0.0 0.00",
        "       700.00 100.00 14.3 0.00",
      ])
    let gross = try shop.programme.reports.monthly(#require(Month("2026-10"))).headline
    #expect(gross.gross == Money("700.00") && gross.refunds == Money("100.00"))
    // Of 6930002 something goes back after ten days: on the tenth the window is open, on the eleventh it is not.
    try shop.importTable(
      TextTable(
        name: "1792050000_aftersales.csv", columns: TextTable.douyinAfterSales,
        rows: [
          [
            "售后单号": "901", "订单号": "6930002", "商品单号": "6930002", "售后状态": "同意退款，退款成功",
            "售后申请时间": "2026-10-14 09:00:00", "退商品金额（元）": "50.00", "用户到账时间": "2026-10-15 09:00:00",
          ]
        ]))
    let open = try report(.host, today: "2026-10-15")
    #expect(open.last == "  5 700.00 150.00 21.4 550.00 40.00 10.00 0.00 500.00 150.00")
    #expect(try report(.host, today: "2026-10-16").last?.contains(" 21.4 0.00 40.00") == true)
    _ = try livestreams.undo(first.number, reason: "another shop's")
    let left = try report(.host)
    #expect(
      left == [
        "小王  1 100.00 0.00 0.0 0.00 20.00 5.00 0.00 75.00 75.00",
        " session 3 500.00 150.00 30.0 0.00 0.00 0.00 0.00 350.00 0.00",
        " host 1 100.00 0.00 0.0 0.00 20.00 5.00 0.00 75.00 75.00",
        "  5 700.00 150.00 21.4 0.00 40.00 10.00 0.00 500.00 150.00",
      ])
    #expect(try shop.violations() == [])
  }

  /// Imports orders of 100.00 each that name a host; returns what came of it.
  @discardableResult
  private func hosted(
    _ rows: [(order: String, time: String, number: String, name: String)], file: String
  ) throws -> ImportResult {
    try shop.importRows(
      rows.map { row in
        DouyinLine(row.order, row.order, payable: "100.00", paid: "2026-10-05 \(row.time)")
          .with("达人ID", row.number).with("达人昵称", row.name)
      }, name: file)
  }

  /// Who has how many orders, of how much: of hosts, of no session, of hosts that are in none.
  private func hosts() throws -> Set<String> {
    Set(
      try report(.host).dropLast().map {
        $0.split(separator: " ").prefix(3).joined(separator: " ")
      })
  }

  @Test func `where hosts are live at once, an order is of the one that its file names`() throws {
    _ = try livestreams.add(draft("小李", "20:00", "22:00", number: "7001"))
    _ = try livestreams.add(draft("小王", "20:00", "22:00", number: "7002"))
    let rows = [
      ("6930001", "20:00:00", "7001", "小李"), ("6930002", "21:00:00", "7002", "小王专场"),
      ("6930003", "21:30:00", "0", "-"), ("6930004", "20:30:00", "7009", "小赵"),
      ("6930005", "23:00:00", "7001", "小李"),
    ]
    #expect(try hosted(rows, file: "1792000000_a.csv").hosts == 1)
    #expect(try hosts() == ["小李 1 100.00", "小王 1 100.00", "session 1 100.00", "host 2 200.00"])
    let period = ReportPeriod.month(try #require(Month("2026-10")))
    func named() throws -> [String] {
      let report = try livestreams.hosts(in: period)
      return (report.rows.rows + report.total.rows).map { $0.joined(separator: " ") }
    }
    #expect(
      try named() == [
        "douyin 小李 7001 2 200.00 1 100.00 2026-10-05 2026-10-05 has_session",
        "douyin 小赵 7009 1 100.00 1 100.00 2026-10-05 2026-10-05 no_session",
        "douyin 小王专场 7002 1 100.00 0 0.00   has_session", "   4 400.00 2 200.00   ",
      ])
    // A host that nobody has registered is registered.
    let zhao = try livestreams.add(draft("赵", "20:00", "22:00", number: "7009"))
    let whole: Set = [
      "小李 1 100.00", "小王 1 100.00", "赵 1 100.00", "session 1 100.00", "host 1 100.00",
    ]
    #expect(try hosts() == whole)
    _ = try livestreams.undo(zhao.number, reason: "x")
    _ = try livestreams.add(draft("小赵", "20:00", "22:00"))
    #expect(try hosts().contains("小赵 1 100.00"), "by name, where the session has no number")
    // The newest live file that names a host counts, in whatever order they come.
    let moved = try hosted(
      [("6930001", "20:00:00", "7002", "小王专场")], file: "1792100000_b.csv")
    try hosted([("6930002", "21:00:00", "7001", "小李")], file: "1791900000_c.csv")
    try hosted([("6930001", "20:00:00", "0", "-")], file: "1792200000_d.csv")
    #expect(try hosts().contains("小王 2 200.00"))
    _ = try shop.programme.imports.undo(moved.number)
    #expect(try hosts().isSuperset(of: ["小李 1 100.00", "小王 1 100.00"]))
    // Two files of one time that differ: nobody knows.
    try hosted([("6930001", "20:00:00", "7002", "小王专场")], file: "1792000000_e.csv")
    #expect(try hosts().contains("小李 1 100.00") == false && hosts().contains("小王 1 100.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `a host without a number is known by name, or by what is said in its place`() throws {
    let session = try livestreams.add(draft("小李", "20:00", "22:00", number: "7001"))
    try hosted(
      [("6930001", "20:00:00", "-", "小李"), ("6930002", "21:00:00", "-", "李家小院")],
      file: "1792000000_a.csv")
    #expect(try hosts() == ["小李 1 100.00", "host 1 100.00"])
    var change = LivestreamDraft()
    change.hostNumber = "李家小院"
    _ = try livestreams.change(session.session, to: change, reason: "what she is called there")
    #expect(try hosts() == ["小李 2 200.00"])
    // Of whom a file names another number, or another name where the session has no number, is no session.
    _ = try livestreams.change(
      session.session, to: draft("小李", nil, nil, number: "7001"), reason: "x")
    try hosted([("6930003", "20:00:00", "7002", "小李")], file: "1792000000_b.csv")
    #expect(try hosts() == ["小李 1 100.00", "host 2 200.00"])
    // What the file says goes before what settlements say.
    try bill([("6930003", "7001"), ("6930001", "7009")])
    #expect(try hosts() == ["小李 1 100.00", "host 2 200.00"])
    try hosted([("6930009", "09:00:00", "-", "小李")], file: "1792000000_c.csv")
    try hosted([("6930008", "09:00:00", "7001", "-")], file: "1792000000_d.csv")
    #expect(try hosts() == ["小李 1 100.00", "host 4 400.00"])
    #expect(try shop.violations() == [])
  }

  @Test func `a file that was imported before hosts were read is as it was, and names them now`()
    throws
  {
    _ = try livestreams.add(draft("小李", "20:00", "22:00", number: "7001"))
    _ = try livestreams.add(draft("小王", "20:00", "22:00", number: "7002"))
    let rows = [
      ("6930001", "20:00:00", "7001", "小李"), ("6930002", "21:00:00", "7002", "小王"),
    ]
    try hosted(rows, file: "1792000000_a.csv")
    let owner = try shop.sql()
    try owner.execute("SET session_replication_role = replica")
    try owner.execute("DELETE FROM order_host")
    #expect(try hosts() == ["session 2 200.00"])
    for _ in 0..<2 {
      let again = try hosted(rows, file: "1792000000_a.csv")
      #expect(again.same == 2 && again.postedGross == .zero && again.new == 0)
    }
    #expect(try hosts() == ["小李 1 100.00", "小王 1 100.00"])
    let kept = try owner.execute("SELECT count(*) FROM order_host").single().decode(Int.self)
    #expect(kept == 1)
    #expect(try shop.programme.imports.list().rows.count == 1)
    #expect(try shop.violations() == [])
  }

  @Test func `where hosts are live at once, an order is of the one that settlements name`() throws {
    try orders()
    _ = try livestreams.add(draft("小李", "20:00", "22:00", number: "7001"))
    _ = try livestreams.add(draft("小王", "20:00", "22:00", number: "7002"))
    // Of whom nobody knows the number may be whom a settlement names, if no other host of that time is.
    _ = try livestreams.add(draft("小赵", "20:00", "22:00"))
    #expect(try report(.host).first?.hasPrefix(" session 5 700.00") == true)
    try bill([("6930001", "7001"), ("6930002", "7002"), ("6930005", "7009")])
    let hosts = try report(.host)
    #expect(
      hosts.map { $0.split(separator: " ").prefix(3).joined(separator: " ") } == [
        "小王 1 300.00", "小李 1 100.00", "小赵 1 100.00", "session 2 200.00", "5 700.00 100.00",
      ], "\(hosts)")
    // Bills in any order, again, and undone: the same.
    let number = try shop.importTable(
      .douyinBill("again.csv", [DouyinSettled("6930004").cells])
    ).number
    _ = try shop.programme.imports.undo(number)
    #expect(try report(.host) == hosts)
    #expect(try shop.violations() == [])
  }
}
