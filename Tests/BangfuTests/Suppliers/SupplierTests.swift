import Bangfu
import Domain
import Postgres
import Testing

/// What is bought from suppliers, given back, paid, bought back by them, and flows to households.
@Suite struct SupplierTests {
  let shop: Shop
  let programme: Programme
  init() throws {
    shop = try Shop()
    programme = shop.programme
  }

  @discardableResult
  private func pay(
    _ supplier: String, _ amount: String, _ change: (inout SupplierPayment) -> Void = { _ in }
  ) throws -> SupplierReceipt {
    var payment = SupplierPayment(to: supplier, amount: Money(amount) ?? .zero)
    change(&payment)
    return try programme.accounts.pay(payment)
  }

  /// What is open, as `receipt open`.
  private func open(_ supplier: String) throws -> [String] {
    let listed = try programme.accounts.owed(to: supplier)
    return listed.rows.map { "\($0[2]) \($0[7])" }
  }

  private func owed(_ supplier: String) throws -> String {
    try programme.accounts.entries(of: supplier).rows.last?[8] ?? "nothing"
  }

  private func back(_ texts: String..., supplier: String? = nil, receipt: Int64? = nil) throws
    -> StockRemoval
  {
    try programme.stock.giveBack(
      StockItems(texts), from: nil, to: supplier, receipt: receipt,
      reason: "x")
  }

  @Test func `a receipt from a supplier is owed until it is paid, the oldest first`() throws {
    let second = try shop.buy("BC01", "10", at: "60.00", from: "TEA", on: "2026-10-02")
    let first = try shop.buy("BC02", "10", at: "40.05", from: "TEA", on: "2026-10-01")
    try shop.buy("HS01", "5", at: "3.00", from: nil)
    #expect(try open("TEA") == ["\(first) 400.50", "\(second) 600.00"])
    #expect(try pay("TEA", "500").owed == Money("500.50"))
    #expect(try open("TEA") == ["\(second) 500.50"])
    #expect(try pay("TEA", "500.50").owed == .zero)
    #expect(try open("TEA") == [])
    #expect(try programme.accounts.owed(to: "SPUD").rows.isEmpty)
    #expect(
      try programme.accounts.owed(to: nil, all: true).rows.map { "\($0[2]) \($0[6]) \($0[7])" }
        == ["\(first) 400.50 0.00", "\(second) 600.00 0.00"])
    #expect(refusal { _ = try programme.accounts.owed(to: "NOBODY") } == "supplier_unknown")
    #expect(try shop.violations() == [])
  }

  @Test func `a payment for a receipt pays that one, and general ones move on to the others`()
    throws
  {
    let first = try shop.buy("BC01", "10", at: "10.00", from: "TEA")
    let second = try shop.buy("BC02", "10", at: "20.00", from: "TEA")
    try pay("TEA", "50")
    try pay("TEA", "200") { $0.receipts = [second] }
    #expect(try open("TEA") == ["\(first) 50.00"])
    #expect(refusal { try pay("TEA", "1") { $0.receipts = [second] } } == "payment_over_receipts")
    #expect(
      refusal { try pay("TEA", "51") { $0.receipts = [first, second] } } == "payment_over_receipts")
    try pay("TEA", "50") { $0.receipts = [first, second] }
    #expect(try owed("TEA") == "0.00")
    #expect(try shop.violations() == [])
  }

  @Test func `no more is paid than is owed, unless in advance`() throws {
    try shop.buy("BC01", "1", at: "60.00", from: "TEA")
    #expect(refusal { try pay("TEA", "60.01") } == "payment_over")
    #expect(refusal { try pay("SPUD", "0.01") } == "payment_over")
    #expect(try pay("TEA", "100") { $0.isAdvance = true }.owed == Money("-40.00"))
    #expect(refusal { try pay("TEA", "0.01") } == "payment_over")
    let next = try shop.buy("BC01", "1", at: "60.00", from: "TEA")
    #expect(try open("TEA") == ["\(next) 20.00"])
    #expect(try shop.violations() == [])
  }

  @Test(arguments: [
    ("0", "supplier_payment_positive"), ("-1", "supplier_payment_positive"),
  ])
  func `nothing, or less, is no payment`(amount: String, code: String) throws {
    try shop.buy("BC01", "1", at: "60.00", from: "TEA")
    #expect(refusal { try pay("TEA", amount) } == code)
  }

  @Test func `strangers, wrong receipts, days and ways are refused`() throws {
    let tea = try shop.buy("BC01", "1", at: "60.00", from: "TEA")
    try shop.buy("HS01", "5", at: "3.00", from: "SPUD")
    let nobodys = try shop.buy("HS01", "5", at: "3.00", from: nil)
    #expect(refusal { try pay("NOBODY", "1") } == "supplier_unknown")
    for receipt in [tea, nobodys, 99, -1] {
      #expect(refusal { try pay("SPUD", "1") { $0.receipts = [receipt] } } == "receipt_unknown")
    }
    #expect(refusal { try pay("TEA", "1") { $0.day = BusinessDay("2099-01-01") } } == "day_to_come")
    #expect(
      refusal { try pay("TEA", "1") { $0.method = "gold" } } == "supplier_payment_method_known")
    #expect(refusal { try pay("TEA", "1") { $0.household = "YANG" } } == "household_unlinked")
    #expect(refusal { try pay("TEA", "1") { $0.household = "NOBODY" } } == "supplier_unknown")
    #expect(try owed("TEA") == "60.00")
    #expect(try shop.violations() == [])
  }

  @Test func `the same request pays once, and another one under its id is refused`() throws {
    try shop.buy("BC01", "1", at: "60.00", from: "TEA")
    let id = "11111111-2222-4333-8444-555555555555"
    let first = try pay("TEA", "60") { $0.id = id }
    let again = try pay("TEA", "60") { $0.id = id }
    #expect(!first.repeated && again.repeated && again.number == first.number)
    #expect(refusal { try pay("TEA", "59") { $0.id = id } } == "request_used")
    #expect(refusal { try shop.sell("BC01:1", id: id) } == "request_used")
    #expect(try owed("TEA") == "0.00")
    try shop.sell("BC01:1", id: "11111111-2222-4333-8444-666666666666")
    #expect(
      refusal { try pay("TEA", "1") { $0.id = "11111111-2222-4333-8444-666666666666" } }
        == "request_used")
  }

  @Test func `a wrong payment is reversed once, with its receipts`() throws {
    let receipt = try shop.buy("BC01", "1", at: "60.00", from: "TEA")
    let payment = try pay("TEA", "60") { $0.receipts = [receipt] }.number
    let reversal = try programme.accounts.reverse(payment, reason: "记错")
    #expect(reversal.owed == Money("60.00"))
    #expect(try open("TEA") == ["\(receipt) 60.00"])
    #expect(
      refusal { _ = try programme.accounts.reverse(payment, reason: "x") } == "payment_reversed")
    #expect(
      refusal { _ = try programme.accounts.reverse(reversal.number, reason: "x") }
        == "payment_is_reversal")
    #expect(
      refusal { _ = try programme.accounts.reverse(receipt, reason: "x") } == "payment_unknown")
    #expect(
      try programme.accounts.entries(of: "TEA").rows.map { $0[1] } == [
        "purchase", "payment", "reversal",
      ])
    #expect(try shop.violations() == [])
  }

  @Test func `what goes back is credited at its purchase's price, the newest first, and once`()
    throws
  {
    let first = try shop.buy("BC01", "3", at: "10.00", from: "TEA")
    let second = try shop.buy("BC01", "3", at: "20.01", from: "TEA")
    // Both leave at the moving average of 15.005.
    let removed = try back("BC01:4")
    #expect(removed.cost == Money("60.02") && removed.credit == Money("70.03"))
    #expect(removed.supplier == "TEA" && removed.uncredited == .zero)
    #expect(try open("TEA") == ["\(first) 20.00"])
    #expect(try back("BC01:2").credit == Money("20.00"))
    #expect(try owed("TEA") == "0.00")
    try shop.receive("BC01", "5")
    let more = try back("BC01:5")
    #expect(more.credit == .zero && more.uncredited == Quantity(whole: 5))
    try shop.buy("BC01", "2", at: "7.00", from: "TEA")
    #expect(refusal { _ = try back("BC01:3", receipt: second) } == "stock_short")
    #expect(
      refusal { _ = try back("BC01:1", supplier: "SPUD", receipt: second) } == "receipt_unknown")
    #expect(try back("BC01:1", receipt: second).credit == .zero)
    #expect(try shop.violations() == [])
  }

  @Test func `a return is to one supplier: the one named, the lot's or the product's`() throws {
    try shop.buy("BC01", "3", at: "10.00", from: "SPUD")
    try shop.buy("HS01", "3", at: "10.00", from: "SPUD")
    #expect(refusal { _ = try back("BC01:1", "HS01:1") } == "return_suppliers_differ")
    #expect(refusal { _ = try back("BC01:1", supplier: "NOBODY") } == "supplier_unknown")
    #expect(try back("BC01:1").credit == .zero)
    #expect(try back("BC01:1", "HS01:1", supplier: "SPUD").credit == Money("20.00"))
    var product = ProductDraft(sku: "HS03")
    product.hasLots = true
    try programme.products.change(product)
    try shop.buy("HS03", "3", at: "5.00", from: "TEA", lot: "A")
    try shop.buy("HS03", "3", at: "6.00", from: "SPUD", lot: "B")
    let removed = try back("HS03:2#A")
    #expect(removed.supplier == "TEA" && removed.credit == Money("10.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `a line without a price owes nothing until one is agreed`() throws {
    let receipt = try shop.buy("JL02", "5", at: nil, from: "KOI")
    let listed = try programme.accounts.owed(to: "KOI")
    #expect(listed.rows.map { "\($0[6]) \($0[7]) \($0[8])" } == ["0.00 0.00 1"])
    let entry = try programme.accounts.adjust(
      "KOI", by: Money(minor: 50000), receipt: receipt, day: nil, reason: "定价")
    #expect(entry.owed == Money("500.00"))
    #expect(try open("KOI") == ["\(receipt) 500.00"])
    _ = try programme.accounts.adjust(
      "KOI", by: -Money(minor: 10000), receipt: receipt, day: nil, reason: "降价")
    #expect(try open("KOI") == ["\(receipt) 400.00"])
    let other = try programme.accounts.adjust(
      "KOI", by: Money(minor: 700), receipt: nil, day: nil, reason: "运费")
    #expect(try open("KOI") == ["\(receipt) 400.00", "\(other.number) 7.00"])
    #expect(
      refusal {
        _ = try programme.accounts.adjust("KOI", by: .zero, receipt: nil, day: nil, reason: "x")
      } == "supplier_adjustment_not_zero")
    #expect(
      refusal {
        _ = try programme.accounts.adjust(
          "TEA", by: Money(minor: 1), receipt: receipt, day: nil, reason: "x")
      } == "receipt_unknown")
    #expect(try shop.violations() == [])
  }

  // MARK: - Households

  @Test func `a household is linked for days, and payments say for which it was`() throws {
    let first = BusinessDay("2026-01-01")
    try programme.households.link("YANG", to: "KOI", from: first)
    for day in [first, BusinessDay("2026-05-01")] {
      let code = refusal { try programme.households.link("YANG", to: "KOI", from: day) }
      #expect(["supplier_link_pkey", "supplier_link_apart"].contains(code))
    }
    try shop.buy("JL01", "10", at: "10.00", from: "KOI")
    let payment = try pay("KOI", "40") { $0.household = "YANG" }.number
    try pay("KOI", "10") { $0.household = "YANG" }
    #expect(
      refusal {
        try pay("KOI", "1") {
          $0.household = "YANG"
          $0.day = BusinessDay("2025-12-31")
        }
      } == "household_unlinked")
    _ = try programme.accounts.reverse(payment, reason: "x")
    #expect(try programme.households.list().rows.map { $0.last } == ["10.00"])
    try programme.households.unlink("YANG", from: "KOI", after: BusinessDay("2026-02-01"))
    #expect(refusal { try pay("KOI", "1") { $0.household = "YANG" } } == "household_unlinked")
    try programme.households.link("YANG", to: "KOI", from: BusinessDay("2026-03-01"))
    #expect(
      refusal { try programme.households.unlink("YANG", from: "KOI", after: first) }
        == "supplier_link_days_in_order")
    #expect(try programme.households.list(of: "TEA").rows.isEmpty)
    #expect(try shop.violations() == [])
  }

  @Test func `only households are linked, and not by themselves`() throws {
    #expect(
      refusal { try programme.households.link("TEA", to: "KOI", from: nil) } == "household_expected"
    )
    #expect(
      refusal { try programme.households.link("NO", to: "KOI", from: nil) } == "supplier_unknown")
    #expect(
      refusal { try programme.households.link("YANG", to: "NO", from: nil) } == "supplier_unknown")
    #expect(
      refusal { try programme.households.link("YANG", to: "YANG", from: nil) }
        == "household_links_none")
    #expect(
      refusal { try programme.households.unlink("YANG", from: "KOI", after: nil) }
        == "household_unlinked")
  }
}
