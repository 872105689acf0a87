import Bangfu
import Domain
import Testing

/// What needs a second person is refused until one has approved it, and is approved once.
@Suite struct ApprovalTests {
  private let shop: Shop
  private let clerk: Programme, other: Programme, accountant: Programme, official: Programme

  init() throws {
    shop = try Shop()
    clerk = try shop.open(as: shop.person(.clerk))
    let second = "second_of_\(shop.database)"
    try shop.programme.people.add(
      second, name: "second", role: .clerk, password: "a long one", command: "test")
    other = try shop.open(as: second)
    accountant = try shop.open(as: shop.person(.accountant))
    official = try shop.open(as: shop.person(.official))
    try shop.receive("BC01", "100")
  }

  /// An order of BC01, 128.00 each.
  private func order(_ line: String, discount: String = "0", cash: String = "100000") throws
    -> Order
  {
    var order = Order()
    order.lines = [try OrderLine(parsing: line)]
    order.discount = try Money(asked: discount, in: "")
    order.tenders = [Tender(method: .cash, amount: try Money(asked: cash, in: ""))]
    return order
  }

  private func refund(_ document: Int64, _ line: String? = nil) throws -> RefundRequest {
    var request = RefundRequest(document: document)
    request.lines = try line.map { [try RefundRequest.Line(parsing: $0)] } ?? []
    request.reason = "x"
    return request
  }

  /// What an act is refused for.
  private func refused(_ act: () throws -> Void) throws -> Problem {
    do {
      try act()
    } catch let problem as Problem {
      return problem
    }
    throw Problem("not_refused")
  }

  @Test func `a discount above the limit needs somebody else, also where the price is lowered`()
    throws
  {
    _ = try clerk.orders.enter(order("BC01:2", discount: "100"), command: "test")
    for asked in [try order("BC01:2", discount: "100.01"), try order("BC01:2@70")] {
      let problem = try refused { _ = try clerk.orders.enter(asked, command: "test") }
      #expect(problem.code == "approval_needed" && problem.facts["kind"] == "discount")
      let number = try clerk.approvals.ask(problem, reason: nil)
      #expect(
        refusal { try clerk.approvals.end(number, isGiven: true, reason: nil) }
          == "approval_by_party")
      #expect(
        refusal { try official.approvals.end(number, isGiven: true, reason: nil) }
          == "approval_not_by_role")
      #expect(
        try refused { _ = try clerk.orders.enter(asked, command: "test") }.code == "approval_needed"
      )
      try other.approvals.end(number, isGiven: true, reason: nil)
      #expect(
        refusal { try accountant.approvals.end(number, isGiven: false, reason: nil) }
          == "approval_ended")
      _ = try clerk.orders.enter(asked, command: "test")
      #expect(
        try refused { _ = try clerk.orders.enter(asked, command: "test") }.code == "approval_needed"
      )
    }
    #expect(try shop.violations() == [])
  }

  @Test func `an approval is of one act, by whoever asked, and not of a dearer one`() throws {
    let asked = try order("BC01:2", discount: "150")
    let problem = try refused { _ = try clerk.orders.enter(asked, command: "test") }
    var forged = problem
    forged.facts["amount"] = "1.00"
    #expect(refusal { _ = try clerk.approvals.ask(forged, reason: nil) } == "approval_unasked")
    #expect(refusal { _ = try other.approvals.ask(problem, reason: nil) } == "approval_unasked")
    let number = try clerk.approvals.ask(problem, reason: nil)
    try accountant.approvals.end(number, isGiven: true, reason: nil)
    #expect(
      try refused { _ = try other.orders.enter(asked, command: "test") }.code == "approval_needed")
    let dearer = try order("BC01:2", discount: "200")
    #expect(
      try refused { _ = try clerk.orders.enter(dearer, command: "test") }.code == "approval_needed")
    _ = try clerk.orders.enter(asked, command: "test")
    #expect(try shop.programme.approvals.list(all: true).rows.map { $0[8] } == ["used"])
  }

  @Test func `refunds of an order add up to the limit, and a void counts as one`() throws {
    let sale = try clerk.orders.enter(order("BC01:8"), command: "test").document
    _ = try clerk.orders.refund(refund(sale, "1:3"))
    let request = try refund(sale, "1:1")
    let problem = try refused { _ = try clerk.orders.refund(request) }
    #expect(problem.code == "approval_needed" && problem.facts["amount"] == "512.00")
    let number = try clerk.approvals.ask(problem, reason: "x")
    #expect(refusal { try accountant.approvals.end(number, isGiven: false, reason: "no") } == nil)
    #expect(try refused { _ = try clerk.orders.refund(request) }.code == "approval_needed")
    let next = try clerk.orders.enter(order("BC01:8"), command: "test").document
    #expect(try refused { _ = try clerk.orders.void(next, reason: "x") }.code == "approval_needed")
    #expect(try shop.violations() == [])
  }

  @Test func `who counted does not approve the count, also under another operator's name`() throws {
    let count = try clerk.counts.open(
      location: nil, category: nil, isBlind: false, recountOver: .zero)
    try clerk.counts.enter(StockItems(counted: ["BC01:99"]), in: count)
    let problem = try refused {
      _ = try clerk.counts.approve(count, isPartial: true, reason: nil)
    }
    #expect(problem.code == "approval_needed" && problem.facts["kind"] == "count")
    let number = try clerk.approvals.ask(problem, reason: nil)
    try other.approvals.end(number, isGiven: true, reason: nil)
    _ = try clerk.counts.approve(count, isPartial: true, reason: nil)
    let second = try clerk.counts.open(
      location: nil, category: nil, isBlind: false, recountOver: .zero)
    try clerk.counts.enter(StockItems(counted: ["BC01:98"]), in: second)
    _ = try other.counts.approve(second, isPartial: true, reason: nil)
    #expect(try shop.violations() == [])
  }

  @Test
  func
    `a target is set by an official, approved by another role, and no limit holds for one person`()
    throws
  {
    let (from, to) = (
      try #require(BusinessDay("2026-01-01")), try #require(BusinessDay("2026-12-31"))
    )
    let amount = try Money(asked: "100", in: "")
    #expect(
      try refused { try accountant.targets.set(amount, from: from, to: to) }.code == "right_missing"
    )
    let problem = try refused { try official.targets.set(amount, from: from, to: to) }
    #expect(problem.code == "approval_needed")
    let number = try official.approvals.ask(problem, reason: nil)
    #expect(
      refusal { try other.approvals.end(number, isGiven: true, reason: nil) }
        == "approval_not_by_role")
    try accountant.approvals.end(number, isGiven: true, reason: nil)
    try official.targets.set(amount, from: from, to: to)
    try shop.programme.approvals.setOnePerson(true, reason: "one of us is left")
    #expect(try shop.programme.protection() == .onePerson)
    _ = try clerk.orders.enter(order("BC01:2", discount: "200"), command: "test")
    try shop.programme.approvals.setOnePerson(false, reason: "two again")
    #expect(
      try refused { _ = try clerk.orders.enter(order("BC01:2", discount: "200"), command: "test") }
        .code
        == "approval_needed")
  }

  @Test func `limits are data, by role, with a reason`() throws {
    let asked = try order("BC01:2", discount: "150")
    #expect(
      refusal {
        try official.approvals.setRule(
          "discount", role: "clerk", above: nil, approvers: nil, reason: " ")
      }
        == "reason_blank")
    #expect(
      refusal {
        try accountant.approvals.setRule(
          "discount", role: "clerk", above: nil, approvers: nil, reason: "x")
      }
        == "right_missing")
    try official.approvals.setRule(
      "discount", role: "clerk", above: Money(asked: "150", in: ""), approvers: nil, reason: "x")
    _ = try clerk.orders.enter(asked, command: "test")
    try official.approvals.setRule(
      "discount", role: "clerk", above: .zero, approvers: ["official"], reason: "x")
    let problem = try refused {
      _ = try clerk.orders.enter(order("BC01:2", discount: "0.01"), command: "test")
    }
    #expect(problem.facts["may"] == "official")
  }
}
