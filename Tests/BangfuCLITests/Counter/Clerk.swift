import Domain

@testable import BangfuCLI

/// A till with a clerk who knows a few products and one buyer.
struct Clerk {
  var goods = [CounterTillTests.tea, CounterTillTests.root]
  var till = Till(channel: "counter", location: nil)
  var last = Till.Reply()

  mutating func type(_ lines: String...) {
    for line in lines {
      last = till.take(line)
      switch last.request {
      case .find(let text, let quantity, let typed):
        last = till.found(
          found(text), named: found(typed), for: text, quantity: quantity,
          isCode: goods.contains { $0.sku == text })
      case .findBuyer(let code): last = till.found(Basket.Buyer(code: code, name: "食堂"))
      default: break
      }
    }
  }

  private func found(_ text: String) -> [Goods] {
    goods.filter { $0.sku == text || $0.name.contains(text) }
  }

  var sums: [String] { till.basket.lines.map { "\($0.goods.sku) \($0.quantity.short)" } }
  var total: String { till.basket.total.description }
  var money: [String] { till.basket.payments.map { "\($0.method) \($0.amount)" } }
}
