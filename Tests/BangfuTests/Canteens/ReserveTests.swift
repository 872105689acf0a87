import Bangfu
import Domain
import TestSupport
import Testing

/// The reserved share: percentages as data, budgets, what was bought on the 832 platform, who is behind.
@Suite struct ReserveTests {
  let shop: Shop
  var reserve: Reserve { shop.programme.reserve }

  init() throws {
    shop = try Shop()
    try shop.receive("BC01", "900")
    try reserve.setArea("lc", name: "聊城市")
    try reserve.setArea("gt", name: "高唐县", partOf: "lc")
  }

  @discardableResult
  private func budget(
    _ buyer: String, _ amount: String?, percent: String? = nil, area: String? = nil,
    state: ReserveBudget.State = .canteen, by reporter: String? = nil
  ) throws -> ReserveReceipt {
    var it = ReserveBudget(of: buyer, in: 2026)
    (it.budget, it.percent, it.area) = (amount.flatMap { Money($0) }, percent, area)
    (it.state, it.reportedBy) = (state, reporter)
    return try reserve.setBudget(it)
  }

  /// Imports orders: number, unit, how it bought, yuan, and what went back.
  private func orders(_ rows: [(String, String, String, String, String)], name: String = "832.csv")
    throws
  {
    let head = "订单编号,采购单位,采购类型,商品编码,商品名称,规格,数量,金额,退款金额,下单时间,付款时间,订单状态\n"
    try shop.importText(
      head
        + rows.map {
          "\($0.0),\($0.1),\($0.2),BC01,白茶,,1,\($0.3),\($0.4),2026-10-05 09:00:00,2026-10-05 09:01:00,已完成\n"
        }.joined(), name: name, channel: "fupin832")
  }

  /// Rows of a report by unit: code, state, percentage, reserved, done, done in percent, behind, a month.
  private func report(_ dimension: ReserveDimension = .unit, today: String = "2026-10-10") throws
    -> [String]
  {
    let report = try reserve.report(of: 2026, by: dimension, today: BusinessDay(today))
    return (report.rows.rows + report.total.rows).map { row in
      let keys = report.rows.keys
      return [
        "buyer", "missing", "area", "state", "reserved_percent", "reserved_amount", "done",
        "done_percent", "behind", "a_month",
      ]
      .compactMap { key in keys.firstIndex(of: key).map { row[$0] } }.joined(separator: " ")
    }
  }

  @Test func `a percentage is of the unit, its area, the area above, the country, else ten`() throws
  {
    #expect(try budget("LCYZ", "1000.00", area: "gt").reserved == Money("100.00"))
    let country = try reserve.setRule(of: 2026, percent: "12", source: "财库〔2026〕1号")
    #expect(try budget("LCYZ", "1000.00").percent == "12.00")
    try reserve.setRule(of: 2026, area: "lc", percent: "15", source: "聊城通知")
    #expect(try budget("LCYZ", "1000.00").reserved == Money("150.00"))
    let county = try reserve.setRule(of: 2026, area: "gt", percent: "20.5", source: "高唐通知")
    #expect(try budget("LCYZ", "1000.00").reserved == Money("205.00"))
    #expect(try budget("LCYZ", "1000.00", percent: "30").reserved == Money("300.00"))
    #expect(refusal { try budget("LCYZ", "1000.00", percent: "20") } == "reserve_under_floor")
    #expect(
      refusal { try reserve.setRule(of: 2026, area: "gt", percent: "11.99", source: "x") }
        == "reserve_under_floor")
    try reserve.undo(county, reason: "x")
    try reserve.undo(country, reason: "x")
    #expect(try budget("LCYZ", "1000.00").percent == "15.00")
    #expect(refusal { try reserve.undo(county, reason: "x") } == "undone_already")
    #expect(refusal { try reserve.undo(999_999, reason: "x") } == "reserve_act_unknown")
    #expect(try shop.violations() == [])
  }

  @Test func `a country's percentage that is raised is the floor of what was said before it`()
    throws
  {
    try budget("LCYZ", "1000.00", percent: "30", area: "gt")
    try reserve.setRule(of: 2026, area: "gt", percent: "20", source: "高唐通知")
    #expect(try report()[0] == "LCYZ  gt canteen 30.00 300.00 0.00 0.00 300.00 100.00")
    let raised = try reserve.setRule(of: 2026, percent: "35", source: "财库通知")
    #expect(try report()[0] == "LCYZ  gt canteen 35.00 350.00 0.00 0.00 350.00 116.67")
    #expect(try budget("LCZGH", "1000.00", area: "gt").percent == "35.00", "the area's, too")
    #expect(refusal { try budget("LCZGH", "1000.00", percent: "34") } == "reserve_under_floor")
    try reserve.undo(raised, reason: "x")
    #expect(try report()[0] == "LCYZ  gt canteen 30.00 300.00 0.00 0.00 300.00 100.00")
    #expect(try budget("LCZGH", "1000.00").percent == "20.00")
    #expect(try shop.violations() == [])
  }

  @Test func `what units without a requirement bought is done, and of no percentage`() throws {
    try budget("LCYZ", "10000.00", area: "gt")
    try budget("LCZGH", nil, area: "gt", state: .noCanteen)
    try orders([
      ("8001", "聊城第一中学食堂", "食堂", "400.00", ""), ("8002", "聊城市总工会", "工会", "300.00", ""),
      ("8003", "没有登记的单位", "食堂", "200.00", ""),
    ])
    #expect(
      try report() == [
        "LCYZ  gt canteen 10.00 1000.00 400.00 40.00 600.00 200.00",
        "LCZGH  gt no_canteen  0.00 300.00  0.00 0.00",
        " buyer  not_reported  0.00 200.00  0.00 0.00", "     1000.00 900.00 40.00 600.00 200.00",
      ])
    #expect(
      try report(.county) == [
        " gt 1000.00 700.00 40.00 600.00 200.00", "area  0.00 200.00  0.00 0.00",
        "  1000.00 900.00 40.00 600.00 200.00",
      ])
    let city = try reserve.report(of: 2026, by: .city, today: BusinessDay("2026-10-10"))
    let required = try #require(city.rows.keys.firstIndex(of: "done_required"))
    #expect(city.total.rows[0][required] == "400.00")
  }

  @Test func `what canteens, unions, both and persons bought is done, which may pass all`() throws {
    try budget("LCYZ", "7840250.00", area: "gt")
    try budget("LCZGH", "20000.00", area: "lc")
    try orders([
      ("8001", "聊城第一中学食堂", "食堂", "800000.00", ""), ("8002", "LCYZ", "食堂+工会", "70000.00", ""),
      ("8003", "聊城第一中学食堂", "个人", "7840.00", "1000.00"),
      ("8004", "聊城第一中学食堂", "其他", "5000.00", ""), ("8005", "没有登记的单位", "食堂", "300.00", ""),
      ("8006", "聊城市总工会", "工会", "500.00", ""),
    ])
    // 800,000 + 70,000 + 6,840 of 784,025; 500 of 2,000, three months left
    #expect(
      try report() == [
        "LCYZ  gt canteen 10.00 784025.00 876840.00 111.84 0.00 0.00",
        "LCZGH  lc canteen 10.00 2000.00 500.00 25.00 1500.00 500.00",
        " buyer  not_reported  0.00 300.00  0.00 0.00",
        "     786025.00 877640.00 111.62 1500.00 500.00",
      ])
    #expect(
      try report(.county) == [
        " gt 784025.00 876840.00 111.84 0.00 0.00", " lc 2000.00 500.00 25.00 1500.00 500.00",
        "area  0.00 300.00  0.00 0.00", "  786025.00 877640.00 111.62 1500.00 500.00",
      ])
    #expect(try report(.city)[0] == " lc 786025.00 877340.00 111.62 1500.00 500.00")
    try reserve.setRule(of: 2026, deadline: BusinessDay("2027-03-24"), source: "x")
    #expect(try report()[1].hasSuffix(" 1500.00 250.00"), "six months")
    #expect(try report(today: "2027-03-25")[1].hasSuffix(" 1500.00 0.00"), "past")
    #expect(try shop.violations() == [])
  }

  @Test func `a unit without a canteen has no requirement, a shared one is reported by one`() throws
  {
    try budget("LCYZ", "10000.00", area: "gt")
    #expect(
      refusal { try budget("LCZGH", nil, state: .shared, by: "LCZGH") }
        == "reserve_reporter_without_budget")
    try budget("LCZGH", nil, state: .shared, by: "LCYZ")
    try orders([("8001", "聊城市总工会", "工会", "400.00", ""), ("8002", "聊城第一中学食堂", "食堂", "100.00", "")])
    #expect(
      try report().prefix(2) == [
        "LCYZ  gt canteen 10.00 1000.00 500.00 50.00 500.00 166.67",
        "LCZGH   shared  0.00 0.00  0.00 0.00",
      ])
    #expect(refusal { try budget("LCYZ", nil, state: .noCanteen) } == "reserve_reports_others")
    try budget("LCZGH", nil, state: .noCanteen)
    #expect(try report()[1] == "LCZGH   no_canteen  0.00 400.00  0.00 0.00")
    #expect(try shop.violations() == [])
  }

  @Test
  func `a file again, another that says otherwise, and one undone: the newest live one holds`()
    throws
  {
    try budget("LCYZ", "10000.00", area: "gt")
    try orders([("8001", "聊城一中", "食堂", "400.00", "")], name: "1791000000_a.csv")
    #expect(try report()[0] == "LCYZ  gt canteen 10.00 1000.00 0.00 0.00 1000.00 333.33")
    var buyer = BuyerDraft(code: "LCYZ")
    buyer.name = "聊城一中"
    try shop.programme.buyers.change(buyer)
    try orders([("8001", "聊城一中", "食堂", "400.00", "")], name: "1791000000_a.csv")
    #expect(try report()[0].contains(" 1000.00 400.00 40.00 "), "known now by its name")
    let files = try shop.programme.imports.list().rows.count
    #expect(files == 1)
    #expect(try shop.violations() == [])
  }

  @Test func `what cannot be is refused`() throws {
    #expect(refusal { try reserve.setArea("lc", name: "x", partOf: "gt") } == "reserve_area_circle")
    #expect(
      refusal { try reserve.setArea("a", name: "x", partOf: "none") } == "reserve_area_unknown")
    #expect(refusal { try reserve.setArea("a b", name: "x") } == "reserve_area_code_plain")
    #expect(refusal { try reserve.setArea("a", name: " ") } == "reserve_area_name_given")
    #expect(
      refusal { try reserve.setRule(of: 2026, percent: "101", source: "x") }
        == "reserve_rule_percent_plausible")
    #expect(
      refusal { try reserve.setRule(of: 2026, percent: "x", source: "x") }
        == "reserve_percent_malformed")
    #expect(
      refusal { try reserve.setRule(of: 1999, percent: "20", source: "x") }
        == "reserve_rule_year_plausible")
    #expect(
      refusal { try reserve.setRule(of: 2026, percent: "20", source: " ") }
        == "reserve_rule_source_given")
    #expect(
      refusal { try reserve.setRule(of: 2026, deadline: BusinessDay("2029-01-01"), source: "x") }
        == "reserve_deadline_far")
    #expect(refusal { try budget("NOBODY", "1.00") } == "buyer_unknown")
    #expect(refusal { try budget("LCYZ", "0.00") } == "reserve_budget_positive")
    #expect(refusal { try budget("LCYZ", "1.00", area: "none") } == "reserve_area_unknown")
    #expect(try shop.violations() == [])
  }
}
