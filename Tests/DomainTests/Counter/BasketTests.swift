import Domain
import Testing

/// What a till may put into a basket, take for it and take off it.
@Suite struct BasketTests {
  static let tea = Goods(
    sku: "BC01", name: "彭水白茶", unit: "盒", isWhole: true, price: Money(minor: 128_00),
    units: ["箱": UnitRatio(10)].compactMapValues { $0 })
  static let root = Goods(
    sku: "HS01", name: "彭水红薯", unit: "公斤", isWhole: false, price: Money(minor: 6_85),
    units: ["斤": UnitRatio(1, 2)].compactMapValues { $0 })

  static func basket(_ lines: (Goods, String)...) throws -> Basket {
    var basket = Basket(channel: "counter", location: nil)
    basket.lines = try lines.map { try BasketLine($0, typed: $1) }
    return basket
  }

  /// The code of the problem that a line is refused for; nil where it is not.
  private func refusal(_ goods: Goods, _ typed: String, unit: String? = nil) -> String? {
    do throws(Problem) {
      _ = try BasketLine(goods, typed: typed, unit: unit)
      return nil
    } catch { return error.code }
  }

  @Test func `a line comes to its price times its quantity, rounded once`() throws {
    let line = try BasketLine(Self.root, typed: "1.333")
    #expect(line.amount == Money(minor: 9_13), "6.85 × 1.333 is 9.13105")
    #expect(
      try BasketLine(Self.root, typed: "0.5").amount == Money(minor: 3_43), "3.425, away from zero")
    #expect(try BasketLine(Self.tea, typed: "+2").amount == Money(minor: 256_00))
  }

  @Test func `a line may be typed in another unit, and is in base units`() throws {
    let line = try BasketLine(Self.root, typed: "5斤")
    #expect(line.quantity == Quantity(minor: 2_500) && line.unit == "斤")
    #expect(line.entered == EnteredQuantity(Quantity(whole: 5), "斤"))
    #expect(line.amount == Money(minor: 17_13))
    #expect(try BasketLine(Self.tea, typed: "2", unit: "箱").quantity == Quantity(whole: 20))
    #expect(
      try BasketLine(Self.tea, typed: "2盒", unit: "箱").unit == nil, "what is typed goes first")
  }

  @Test func `what cannot be sold so is refused`() {
    #expect(refusal(Self.tea, "1.5") == "quantity_not_whole")
    #expect(refusal(Self.tea, "0") == "quantity_not_positive")
    #expect(refusal(Self.tea, "-1") == "quantity_not_positive")
    #expect(refusal(Self.tea, "1e3") == "quantity_malformed")
    #expect(refusal(Self.tea, "1袋") == "unit_not_of_product")
    #expect(refusal(Self.tea, "0.15箱") == "quantity_not_whole")
  }

  @Test func `a line of ten million yuan, or of a hundred thousand, is a slip of the hand`() throws
  {
    var dear = Self.root
    dear.price = BasketLine.limit
    #expect(refusal(dear, "1") == nil)
    #expect(refusal(dear, "1.001") == "quantity_implausible")
    var cheap = Self.root
    cheap.price = Money(minor: 1)
    #expect(refusal(cheap, "99999.999") == nil)
    #expect(refusal(cheap, "100000") == "quantity_implausible")
    let line = try BasketLine(cheap, typed: "60000")
    #expect(throws: Problem.self) { try line.adding(line) }
  }

  @Test func `the sums of a basket are those of its lines`() throws {
    var basket = try Self.basket((Self.tea, "2"), (Self.root, "1.5"), (Self.tea, "1"))
    #expect(basket.subtotal == Money(minor: 394_28))
    #expect(basket.quantities == ["BC01": Quantity(whole: 3), "HS01": Quantity(minor: 1_500)])
    try basket.takeOff(Money(minor: 4_28))
    #expect(basket.total == Money(minor: 390_00))
    #expect(basket.order.discount == Money(minor: 4_28))
    #expect(basket.order.lines.map(\.price) == [128_00, 6_85, 128_00].map { Money(minor: $0) })
  }

  @Test func `no more is taken off than the goods come to`() throws {
    var basket = try Self.basket((Self.tea, "1"))
    try basket.takeOff(Money(minor: 128_00))
    #expect(basket.total == .zero && basket.isPaid, "a gift is paid")
    #expect(throws: Problem("discount_over", ["discount": "128.01", "total": "128.00"])) {
      try basket.takeOff(Money(minor: 128_01))
    }
    #expect(basket.discount == Money(minor: 128_00), "the one before stays")
    basket.lines = [try BasketLine(Self.root, typed: "1")]
    #expect(basket.dropExcessDiscount() == Money(minor: 128_00))
    #expect(basket.discount == .zero && basket.dropExcessDiscount() == nil)
  }

  @Test(arguments: [(800, 1_37), (850, 1_03), (500, 3_42), (1000, 0), (1, 6_84)])
  func `a rate takes off what it leaves unpaid, to the fen`(_ thousandths: Int, _ off: Int64) throws
  {
    var basket = try Self.basket((Self.root, "1"))
    basket.takeOff(leaving: thousandths)
    #expect(basket.discount == Money(minor: off))
    #expect(basket.total + basket.discount == Money(minor: 6_85))
  }

  @Test func `what was approved was these goods`() throws {
    var basket = try Self.basket((Self.tea, "1"))
    basket.approval = ExpiredApproval(reason: "x", approvedBy: "y")
    basket.lines[0].quantity = Quantity(whole: 1)
    #expect(basket.approval != nil)
    basket.lines[0].quantity = Quantity(whole: 2)
    #expect(basket.approval == nil)
  }

  @Test func `what came after an earlier state is a basket of its own`() throws {
    let earlier = try Self.basket((Self.tea, "2"), (Self.root, "5斤"))
    var later = earlier
    later.lines = try Self.basket((Self.tea, "3"), (Self.root, "6斤"), (Self.root, "1")).lines
    let rest = later.remainder(after: earlier)
    #expect(rest.id != later.id)
    #expect(rest.lines.map(\.quantity.short) == ["1", "0.5", "1"])
    #expect(rest.lines[1].entered == EnteredQuantity(Quantity(whole: 1), "斤"))
    #expect(earlier.remainder(after: later).lines == [])
  }
}
