import Bangfu
import Domain
import FoundationEssentials
import Testing

@testable import BangfuCLI

@Suite struct CounterEndingTests {
  static func paid() -> Till {
    var till = Till(channel: "counter", location: "shop")
    _ = till.add(CounterTillTests.tea, "2")
    _ = till.take("")
    _ = till.take("300")
    return till
  }

  @Test func `a retry sends the same order, a new customer another`() {
    var till = Self.paid()
    let first = till.basket.order
    _ = till.lost("gone")
    #expect(till.stage == .unsure)
    #expect(till.take("").request == .sell)
    #expect(till.basket.order == first)
    till.sold()
    #expect(till.basket.lines == [])
    #expect(till.basket.id != first.id)
  }

  @Test(arguments: ["BC01", "1=5", "w", "折 5", "@LCYZ", "-1"])
  func `nothing changes while it is not known whether the order is recorded`(_ typed: String) {
    var till = Self.paid()
    _ = till.lost("gone")
    let before = till
    #expect(till.take(typed).isRefusal)
    #expect(till == before)
    #expect(till.take("<").request == .inquire(dropping: false))
    #expect(till.take("clear").request == .inquire(dropping: true))
  }

  @Test func `an order recorded late leaves only what was added since`() {
    var till = Self.paid()
    let first = till.basket.id
    _ = till.lost("gone")
    _ = till.notRecorded(dropping: false)
    _ = till.take("<")
    _ = till.take("<")
    _ = till.add(CounterTillTests.tea, "1")
    _ = till.add(CounterTillTests.root, "2")
    #expect(till.basket.id == first)
    let reply = till.refused(Problem("request_differs", ["id": first, "document": "7"]))
    #expect(reply.words.joined().contains("7"))
    #expect(till.basket.lines.map(\.quantity.short) == ["1", "2"])
    #expect(till.basket.id != first)
    #expect(till.basket.payments == [])
  }

  @Test func `a dropped basket comes back with its own id`() {
    var till = Self.paid()
    let first = till.basket
    _ = till.take("clear")
    #expect(till.basket.lines == [])
    #expect(till.basket.id != first.id)
    _ = till.take("<")
    #expect(till.basket.id == first.id)
    #expect(till.basket.lines == first.lines)
  }

  @Test func `a till outlives its file`() throws {
    let till = Self.paid()
    let data = try JSONEncoder().encode(till)
    #expect(try JSONDecoder().decode(Till.self, from: data) == till)
  }

  @Test func `a resumed basket goes on where it was`() {
    for (stage, request) in [(Till.Stage.payment, Till.Request.nothing), (.unsure, .sell)] {
      var till = Self.paid()
      till.stage = .resuming(stage)
      #expect(till.take("").request == request)
      #expect(till.stage == stage)
    }
    var till = Self.paid()
    till.stage = .resuming(.goods)
    _ = till.take("放弃")
    #expect(till.basket.lines == [])
  }

  @Test func `a slip is forty columns wide, whatever stands on it`() {
    var basket = Self.paid().basket
    basket.buyer = Basket.Buyer(code: "LCSYY", name: String(repeating: "聊城市人民医院食堂", count: 4))
    basket.lines[0].goods.name = String(repeating: "彭水白茶 ", count: 9) + "\u{1B}[2J"
    basket.discount = Money(minor: 6_00)
    let sale = Sale(
      document: 1_234_567, at: "2026-11-05 10:00:09", buyer: "LCSYY",
      lines: basket.lines.map {
        Sale.Line(
          sku: $0.goods.sku, name: $0.goods.name, unit: $0.goods.unit, quantity: $0.quantity,
          entered: nil, amount: $0.amount)
      }, discount: basket.discount, total: basket.total,
      kept: [Tender(method: .cash, amount: basket.total)], owed: .zero, change: basket.change)
    #expect(basket.difference(from: sale) == nil)
    let slip = Slip(
      sale, of: basket, shop: String(repeating: "消费帮扶专店", count: 5), operatorName: "李")
    let lines = slip.text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.columns <= 40 }, "\(slip.text)")
    #expect(lines.contains { $0.hasSuffix(" 256.00") && $0.columns == 40 })
    #expect(lines.contains { $0.hasSuffix(" 50.00") })
    #expect(lines.contains { $0.hasPrefix("No. 1234567") && $0.hasSuffix(" 2026-11-05 10:00") })
    #expect(slip.text.contains("LCSYY") && slip.text.contains("2 盒 × 128.00"))
    #expect(!slip.text.contains("\u{1B}"))
  }

  @Test func `a file's name is plain, and two operators never share one`() {
    #expect(BasketFile.fileName("li/../x") == "li_2f_2e_2e_2fx")
    let long = [String](repeating: "李", count: 90).joined()
    #expect(BasketFile.fileName(long).utf8.count < 80)
    #expect(BasketFile.fileName(long) != BasketFile.fileName(long + "李"))
  }
}
