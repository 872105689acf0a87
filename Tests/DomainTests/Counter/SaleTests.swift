import Domain
import Testing

/// A sale as it was posted, against the basket that was paid.
@Suite struct SaleTests {
  private var basket: Basket

  init() throws {
    basket = try BasketTests.basket((BasketTests.tea, "2"), (BasketTests.root, "5斤"))
    try basket.takeOff(Money(minor: 3_13))
    try basket.take(.wechat, Money(minor: 100_00))
    try basket.take(.wechat, Money(minor: 50_00))
    try basket.take(.cash, Money(minor: 150_00))
  }

  /// The sale that the database should have posted.
  private func sale(_ change: (inout [Sale.Line]) -> Void = { _ in }) -> Sale {
    var lines = basket.lines.map {
      Sale.Line(
        sku: $0.goods.sku, name: $0.goods.name, unit: $0.goods.unit, quantity: $0.quantity,
        entered: $0.entered, amount: $0.amount)
    }
    change(&lines)
    return made(lines)
  }

  private func made(
    _ lines: [Sale.Line], discount: Int64 = 3_13, total: Int64 = 270_00, wechat: Int64 = 150_00,
    owed: Int64 = 0, back: Int64 = 30_00
  ) -> Sale {
    Sale(
      document: 7, at: "2026-10-05 10:00:00", buyer: nil, lines: lines,
      discount: Money(minor: discount), total: Money(minor: total),
      kept: [
        Tender(method: .wechat, amount: Money(minor: wechat)),
        Tender(method: .cash, amount: Money(minor: 270_00 - wechat)),
      ], owed: Money(minor: owed), change: Money(minor: back))
  }

  @Test func `a slip says what was given by each method, and what was given back`() {
    let sale = sale()
    #expect(sale.subtotal == Money(minor: 273_13))
    #expect(
      sale.tenders == [
        Tender(method: .wechat, amount: Money(minor: 150_00)),
        Tender(method: .cash, amount: Money(minor: 150_00)),
      ])
    #expect(basket.difference(from: sale) == nil)
  }

  @Test func `what was posted otherwise is found`() {
    let lines = sale().lines
    #expect(basket.difference(from: sale { $0.removeLast() }) == .goods)
    #expect(basket.difference(from: sale { $0.reverse() }) == .goods)
    #expect(basket.difference(from: made(lines, discount: 3_12)) == .total)
    #expect(basket.difference(from: made(lines, total: 270_01)) == .total)
    #expect(basket.difference(from: made(lines, wechat: 149_00)) == .money)
    #expect(basket.difference(from: made(lines, owed: 1)) == .money)
    #expect(basket.difference(from: made(lines, back: 29_00)) == .money)
    let cheaper = sale { lines in
      let line = lines[0]
      lines[0] = Sale.Line(
        sku: line.sku, name: line.name, unit: line.unit, quantity: line.quantity, entered: nil,
        amount: line.amount - Money(minor: 1))
    }
    #expect(basket.difference(from: cheaper) == .amounts)
    let renamed = sale { lines in
      let line = lines[0]
      lines[0] = Sale.Line(
        sku: line.sku, name: "白茶", unit: line.unit, quantity: line.quantity, entered: nil,
        amount: line.amount)
    }
    #expect(basket.difference(from: renamed) == nil, "a name is what the catalogue has now")
  }

  @Test func `what a buyer owes is a tender on account`() throws {
    var owing = try BasketTests.basket((BasketTests.tea, "1"))
    owing.buyer = Basket.Buyer(code: "LCYZ", name: "一中")
    try owing.take(.account, Money(minor: 128_00))
    let line = owing.lines[0]
    func posted(to buyer: String?) -> Sale {
      Sale(
        document: 1, at: "", buyer: buyer,
        lines: [
          Sale.Line(
            sku: line.goods.sku, name: "", unit: "盒", quantity: line.quantity, entered: nil,
            amount: line.amount)
        ], discount: .zero, total: line.amount, kept: [], owed: line.amount, change: .zero)
    }
    #expect(owing.difference(from: posted(to: "LCYZ")) == nil)
    #expect(owing.difference(from: posted(to: "LCSYY")) == .goods)
  }
}
