import Bangfu
import Domain
import TestSupport
import Testing

/// Statements: opening, lines in order of time, closing, ages; and what buyers say of each line.
@Suite struct StatementTests {
  let shop: Shop
  var accounts: BuyerAccounts { shop.programme.buyerAccounts }

  init() throws {
    shop = try Shop()
    try shop.receive("HS01", "300")
  }

  /// Orders, delivers and has so many kilograms at 6.50 accepted, of which one is refused; returns the acceptance.
  @discardableResult
  private func accept(_ kilograms: Int, _ day: String) throws -> CanteenAcceptance {
    var order = CanteenOrderDraft(of: "LCYZ")
    order.lines = [try OrderLine(parsing: "HS01:\(kilograms)@6.50")]
    order.at = Instant(day + "T08:00:00")
    let number = try shop.programme.canteens.order(order).order
    let delivery = try shop.programme.canteens.deliver(
      StockItems([]), of: number, at: Instant(day + "T09:00:00"))
    var draft = CanteenAcceptanceDraft(of: delivery.delivery, signedBy: "王老师")
    draft.refused = try StockItems(["HS01:1"])
    (draft.reason, draft.at) = ("压坏", Instant(day + "T10:00:00"))
    return try shop.programme.canteens.accept(draft)
  }

  private func pay(_ amount: String, _ day: String) throws -> Int64 {
    var payment = BuyerPayment(by: "LCYZ", amount: Money(amount) ?? .zero)
    payment.day = BusinessDay(day)
    return try accounts.pay(payment).number
  }

  private func statement(_ from: String? = nil, _ to: String? = nil) throws -> BuyerStatement {
    try accounts.statement(
      of: "LCYZ",
      in: DayRange(from: from.flatMap { BusinessDay($0) }, to: to.flatMap { BusinessDay($0) }))
  }

  /// Day, kind, what was ordered, amount and what is owed after it.
  private func lines(_ statement: BuyerStatement) -> [String] {
    statement.lines.rows.map { "\($0[0]) \($0[1]) \($0[7]) \($0[8]) \($0[9])" }
  }

  private func answer(
    _ word: StatementAnswer.Word, _ lines: Int64..., on day: String? = nil, reason: String? = nil,
    by: String = "王老师", in days: DayRange = .all
  ) throws -> StatementReceipt {
    var answer = StatementAnswer(of: "LCYZ", word, saidBy: by)
    (answer.lines, answer.reason, answer.days) = (lines, reason, days)
    answer.day = day.flatMap { BusinessDay($0) }
    return try accounts.answer(answer)
  }

  @Test func `opening and lines lead to the closing balance, that of the account on that day`()
    throws
  {
    let first = try accept(11, "2026-09-28")
    try accept(21, "2026-10-05")
    _ = try pay("100.00", "2026-10-06")
    var refund = RefundRequest(document: try #require(first.document))
    refund.lines = [try RefundRequest.Line(parsing: "1:2")]
    refund.at = Instant("2026-10-07T10:00:00")
    _ = try shop.programme.orders.refund(refund)
    try accept(31, "2026-11-02")
    let october = try statement("2026-10-01", "2026-10-31")
    // 10 × 6.50 of September; 20 × 6.50 − 100.00 − 2 × 6.50
    #expect(october.opening == Money("65.00"))
    #expect(
      lines(october) == [
        "2026-10-05 order 136.50  65.00", "2026-10-05 acceptance  130.00 195.00",
        "2026-10-06 payment  -100.00 95.00", "2026-10-07 refund  -13.00 82.00",
      ])
    #expect(october.closing == Money("82.00"))
    #expect(october.reconciles)
    let account = try accounts.ageing(on: BusinessDay("2026-10-31")).rows.rows
    #expect(account.map { $0[8] } == ["82.00"])
    #expect(october.ageing.rows == [account[0].dropFirst(2).map { $0 }])
    #expect(try statement("2026-11-01").opening == Money("82.00"))
    #expect(try statement().closing == Money("277.00"))
    #expect(try statement(nil, "2026-09-27").lines.rows == [])
    #expect(try statement("2026-10-20", "2026-10-31").opening == Money("82.00"))
    #expect(refusal { _ = try statement("2099-01-01") } == "day_to_come")
    #expect(
      refusal { _ = try accounts.statement(of: "NOBODY", in: .all) } == "buyer_unknown")
    #expect(try shop.violations() == [])
  }

  @Test func `what a buyer says last of a line holds, until it is undone`() throws {
    let first = try accept(11, "2026-10-05").acceptance
    let second = try accept(21, "2026-10-06").acceptance
    func states() throws -> [String] {
      try statement().lines.rows.filter { $0[1] == "acceptance" }.map {
        "\($0[10]) \($0[11]) \($0[13])"
      }
    }
    let dispute = try answer(.disputed, second, reason: "少送一箱")
    #expect(try states() == ["unanswered  ", "disputed 王老师 少送一箱"])
    #expect(dispute.lines == 1 && dispute.amount == Money("130.00"))
    // the orders and the first acceptance; what is disputed stays so
    #expect(try answer(.confirmed, by: "李老师").lines == 3)
    #expect(try states() == ["confirmed 李老师 ", "disputed 王老师 少送一箱"])
    #expect(
      try statement().answers.map { "\($0.state) \($0.lines) \($0.amount)" }
        == ["confirmed 3 65.00", "disputed 1 130.00", "unanswered 0 0.00"])
    let settled = try answer(.confirmed, second).number
    #expect(try states()[1] == "confirmed 王老师 ")
    let undone = try shop.programme.canteens.undo(settled, reason: "x")
    #expect(undone.act == "confirmation" && undone.order == nil)
    #expect(try states()[1] == "disputed 王老师 少送一箱")
    _ = try shop.programme.canteens.undo(dispute.number, reason: "x")
    #expect(try states()[1] == "unanswered  ")
    #expect(
      refusal { _ = try shop.programme.canteens.undo(dispute.number, reason: "x") }
        == "undone_already")
    #expect(
      refusal { _ = try shop.programme.acts.undo(first, reason: "x", command: "stock undo") }
        == "act_is_canteen")
    #expect(try shop.violations() == [])
  }

  @Test func `an answer for a line of another, twice, too early or without a reason is refused`()
    throws
  {
    let acceptance = try accept(11, "2026-10-05").acceptance
    #expect(refusal { _ = try answer(.disputed, acceptance) } == "reason_blank")
    #expect(refusal { _ = try answer(.disputed, acceptance, reason: " ") } == "reason_blank")
    #expect(
      refusal { _ = try answer(.confirmed, acceptance, 999_999) } == "statement_line_unknown")
    #expect(
      refusal { _ = try answer(.confirmed, acceptance, on: "2026-10-04") } == "act_before")
    #expect(refusal { _ = try answer(.confirmed, on: "2099-01-01") } == "day_to_come")
    #expect(
      refusal { _ = try answer(.confirmed, acceptance, by: " ") }
        == "statement_answer_said_by_given")
    #expect(
      refusal { _ = try answer(.confirmed, acceptance, by: String(repeating: "王", count: 101)) }
        == "statement_answer_said_by_short")
    var other = StatementAnswer(of: "LCZGH", .confirmed, saidBy: "赵")
    other.lines = [acceptance]
    #expect(refusal { _ = try accounts.answer(other) } == "statement_line_unknown")
    #expect(try answer(.confirmed, acceptance, acceptance).lines == 1)
    #expect(refusal { _ = try answer(.confirmed, acceptance) } == "statement_line_answered")
    #expect(try answer(.confirmed).lines == 1, "the order")
    #expect(refusal { _ = try answer(.confirmed) } == "statement_nothing_open")
    #expect(try shop.violations() == [])
  }
}
