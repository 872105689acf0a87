import Domain
import Testing

/// Which money a till takes.
@Suite struct PaymentTests {
  private var basket: Basket

  init() throws { basket = try BasketTests.basket((BasketTests.tea, "1")) }

  private mutating func take(
    _ method: PaymentMethod, _ yuan: Int64
  ) -> Basket.PaymentRefusal? {
    do throws(Basket.PaymentRefusal) {
      try basket.take(method, Money(minor: yuan * 100))
      return nil
    } catch { return error }
  }

  @Test func `only cash gives change`() throws {
    var till = self
    #expect(PaymentMethod.allCases.filter(\.givesChange) == [.cash])
    for method in PaymentMethod.allCases where !method.givesChange && !method.needsBuyer {
      #expect(till.take(method, 129) == .overDue(method, due: Money(minor: 128_00)))
    }
    #expect(till.take(.wechat, 100) == nil)
    #expect(till.take(.card, 29) == .overDue(.card, due: Money(minor: 28_00)))
    #expect(till.take(.cash, 50) == nil)
    #expect(till.basket.change == Money(minor: 22_00) && till.basket.isPaid)
    #expect(till.take(.cash, 1) == .enough)
    #expect(till.basket.payments.map(\.method) == [.wechat, .cash])
  }

  @Test func `only a buyer who is named may owe, and stays while owing`() throws {
    var till = self
    #expect(PaymentMethod.allCases.filter(\.needsBuyer) == [.account])
    #expect(till.take(.account, 128) == .buyerMissing)
    till.basket.buyer = Basket.Buyer(code: "LCYZ", name: "一中")
    #expect(till.take(.account, 129) == .overDue(.account, due: Money(minor: 128_00)))
    #expect(till.take(.account, 28) == nil)
    #expect(throws: Basket.PaymentRefusal.buyerOwes) { try till.basket.removeBuyer() }
    till.basket.payments = []
    try till.basket.removeBuyer()
    #expect(till.basket.buyer == nil)
  }

  @Test func `nothing is no money`() {
    var till = self
    #expect(till.take(.cash, 0) == .notPositive)
    #expect(till.take(.wechat, -1) == .notPositive)
    #expect(till.basket.payments == [] && !till.basket.isPaid)
  }

  @Test func `money that came in by other ways than cash is not given back when goods go`() throws {
    var till = self
    #expect(till.take(.wechat, 128) == nil)
    till.basket.lines = try BasketTests.basket((BasketTests.root, "1")).lines
    #expect(till.basket.isOverpaid && !till.basket.isPaid)
    till.basket.payments = [
      Tender(method: .wechat, amount: Money(minor: 5_00)),
      Tender(method: .cash, amount: Money(minor: 10_00)),
    ]
    #expect(!till.basket.isOverpaid && till.basket.change == Money(minor: 8_15))
  }

  @Test func `tenders are read by method and amount, and added up by method`() throws {
    #expect(try Tender(parsing: "card:12.5") == Tender(method: .card, amount: Money(minor: 12_50)))
    for (text, code) in [
      ("card", "tender_malformed"), ("gold:1", "tender_method_unknown"),
      ("cash:0", "tender_not_positive"), ("cash:x", "amount_malformed"),
    ] {
      let problem = #expect(throws: Problem.self) { try Tender(parsing: text) }
      #expect(problem?.code == code)
    }
    let tenders = try ["wechat:1", "cash:2", "wechat:3"].map { try Tender(parsing: $0) }
    #expect(tenders.byMethod == (try ["wechat:4", "cash:2"].map { try Tender(parsing: $0) }))
    #expect(tenders.total == Money(minor: 6_00))
  }
}
