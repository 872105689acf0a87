import Bangfu
import Domain
import TestSupport
import Testing

/// Weekly orders: entered, changed, ended and undone; the orders of a week are made once.
@Suite struct WeeklyOrderTests {
  let shop: Shop
  var weekly: WeeklyOrders { shop.programme.weeklyOrders }

  init() throws {
    shop = try Shop()
    try shop.receive("HS01", "900")
    try shop.receive("BC01", "90")
  }

  private func add(
    _ lines: String..., on days: String = "一三五", buyer: String = "LCYZ",
    from: String = "2026-09-01",
    until: String? = nil
  ) throws -> Int64 {
    var draft = WeeklyOrderDraft()
    (draft.buyer, draft.weekdays) = (buyer, Weekdays(typed: days))
    draft.lines = try lines.map { try OrderLine(parsing: $0) }
    (draft.from, draft.until) = (BusinessDay(from), until.flatMap { BusinessDay($0) })
    return try weekly.add(draft).number
  }

  /// Buyer, day and worth of the orders that are made, in yuan.
  private func make(_ day: String, buyer: String? = nil) throws -> [String] {
    try weekly.make(#require(BusinessDay(day)), buyer: buyer).rows.map {
      "\($0[1]) \($0[3]) \($0[4])"
    }
  }

  private func reserved(_ sku: String) throws -> String? {
    try shop.programme.stock.levels(at: "shop").rows.first { $0[1] == sku }?[6]
  }

  @Test func `the same week makes nothing twice, and what was undone anew`() throws {
    _ = try add("HS01:40@6.50", "BC01:2")
    _ = try add("BC01:1", on: "wed", buyer: "LCZGH", from: "2026-09-10")
    #expect(try reserved("HS01") == "")
    // 40 × 6.50 + 2 × 128.00 = 516.00; LCZGH begins in the week after
    let week = ["LCYZ 2026-09-07 516.00", "LCYZ 2026-09-09 516.00", "LCYZ 2026-09-11 516.00"]
    #expect(try make("2026-09-10") == week)
    #expect(try reserved("HS01") == "120")
    #expect(try make("2026-09-07") == [])
    let preview = try weekly.week(of: #require(BusinessDay("2026-09-13")))
    #expect(preview.rows.map { $0[5].isEmpty } == [false, false, false])
    let order = try #require(Int64(preview.rows[1][5]))
    _ = try shop.programme.canteens.undo(order, reason: "x")
    #expect(try reserved("HS01") == "80")
    #expect(try make("2026-09-08") == [week[1]])
    #expect(try make("2026-09-14", buyer: "LCZGH") == ["LCZGH 2026-09-16 128.00"])
    #expect(try make("2026-09-14").count == 3)
    #expect(refusal { _ = try make("2026-09-14", buyer: "NOBODY") } == "buyer_unknown")
    #expect(try shop.violations() == [])
  }

  @Test func `a change holds for what is made after it, an end to its day, and both are undone`()
    throws
  {
    let number = try add("HS01:40@6.50", on: "mon,fri")
    #expect(try make("2026-09-07") == ["LCYZ 2026-09-07 260.00", "LCYZ 2026-09-11 260.00"])
    var draft = WeeklyOrderDraft()
    draft.lines = [try OrderLine(parsing: "HS01:60斤@3.20")]
    let change = try weekly.change(number, draft)
    #expect(change.total == Money("192.00"))
    #expect(try make("2026-09-14") == ["LCYZ 2026-09-14 192.00", "LCYZ 2026-09-18 192.00"])
    #expect(try reserved("HS01") == "140")
    let end = try weekly.end(number, day: BusinessDay("2026-09-21"), reason: "放假")
    #expect(try make("2026-09-21") == ["LCYZ 2026-09-21 192.00"])
    #expect(try weekly.list().rows == [])
    #expect(
      try weekly.list(all: true).rows.map { [$0[3], $0[5], $0[6]] }
        == [["mon, fri", "2026-09-21", "HS01 60 斤"]])
    #expect(
      refusal { _ = try weekly.end(number, day: BusinessDay("2026-09-22"), reason: "x") }
        == "weekly_order_ended")
    let canteens = shop.programme.canteens
    #expect(refusal { _ = try canteens.undo(change.act, reason: "x") } == "undo_stands")
    #expect(try canteens.undo(end.act, reason: "x").act == "weekly_order")
    #expect(try make("2026-09-21") == ["LCYZ 2026-09-25 192.00"])
    _ = try canteens.undo(change.act, reason: "x")
    #expect(try make("2026-09-28").first == "LCYZ 2026-09-28 260.00")
    #expect(refusal { _ = try canteens.undo(number, reason: "x") } == "undo_stands")
    for row in try weekly.week(of: #require(BusinessDay("2026-09-28"))).rows {
      _ = try canteens.undo(#require(Int64(row[5])), reason: "x")
    }
    #expect(refusal { _ = try canteens.undo(number, reason: "x") } == "undo_stands", "other weeks")
    #expect(try shop.violations() == [])
  }

  @Test func `what cannot be ordered is refused, and half a week is not made`() throws {
    #expect(refusal { _ = try add("HS01:0") } == "quantity_not_positive")
    #expect(refusal { _ = try add("BC01:1.5") } == "quantity_not_whole")
    #expect(refusal { _ = try add("NONE:1") } == "product_unknown")
    #expect(refusal { _ = try add("BC01:1", "BC01:2") } == "stock_item_twice")
    #expect(refusal { _ = try add("BC01:1", buyer: "NOBODY") } == "buyer_unknown")
    #expect(refusal { _ = try add() } == "weekly_order_empty")
    #expect(refusal { _ = try add("BC01:1", until: "2026-08-31") } == "weekly_days")
    #expect(refusal { _ = try weekly.change(999, WeeklyOrderDraft()) } == "weekly_order_unknown")
    #expect(refusal { _ = try weekly.end(999, reason: "x") } == "weekly_order_unknown")
    #expect(refusal { _ = try weekly.end(add("BC01:1"), reason: " ") } == "reason_blank")
    _ = try add("BC01:1", buyer: "LCZGH")
    var buyer = BuyerDraft(code: "LCZGH")
    buyer.isActive = false
    try shop.programme.buyers.change(buyer)
    #expect(refusal { _ = try make("2026-09-07") } == "buyer_inactive")
    #expect(try reserved("BC01") == "")
    #expect(try make("2026-09-07", buyer: "LCYZ").count == 3)
    #expect(try shop.violations() == [])
  }

  @Test(
    arguments: [
      ("一三五", [1, 3, 5]), ("周一、周五", [1, 5]), ("mon,Wed", [1, 3]), ("1,7", [1, 7]), ("日天", [7]),
      ("８", nil), ("x", nil), ("", nil), ("0", nil),
    ] as [(String, [Int]?)])
  func `days of the week are read as people type them`(typed: String, numbers: [Int]?) {
    #expect(Weekdays(typed: typed)?.numbers == numbers)
  }
}
