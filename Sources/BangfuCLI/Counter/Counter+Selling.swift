import Bangfu
import Domain

extension Counter {
  /// Enters the order; the file says that it was sent before it is sent.
  mutating func sell() {
    let before = till.stage
    till.stage = .unsure
    guard keep() else {
      till.stage = before
      failure = .data
      return tell([say("没有存盘就不发出。", "Nothing is sent before the basket is safe.")])
    }
    switch shop.enter(till.basket.order) {
    case .posted(let receipt): hand(receipt)
    case .refused(let problem):
      tell(till.refused(problem).words, ringing: true)
      failure = Counter.exit(of: problem)
      keep()
    case .unanswered(let error):
      tell(till.lost(Counter.words(of: error)).words, ringing: true)
      failure = Counter.exit(of: error)
      keep()
    case .unsent(let error):
      tell(till.unsent(Counter.words(of: error), back: before).words, ringing: true)
      failure = Counter.exit(of: error)
      keep()
    }
  }

  /// Prints the slip, and begins with the next customer.
  private mutating func hand(_ receipt: OrderReceipt) {
    let basket = till.basket
    till.sold()
    file.remove()
    failure = nil
    let slip = Slip(
      basket: basket, document: receipt.document, shop: shopName,
      time: shop.time(of: receipt.document), operatorName: operatorName)
    lastSlip = slip
    if receipt.repeated {
      tell([
        say(
          "这一单先前已经记账，单号 \(receipt.document)，没有重复记。",
          "This order had been recorded already, document \(receipt.document); not entered twice.")
      ])
    }
    printLine()
    StandardOutput.write(slip.text)
    StandardOutput.flush()
    let change =
      basket.change > .zero
      ? say("找零 \(basket.change.grouped)。", "Change \(basket.change.grouped). ") : ""
    tell([
      "",
      say("已卖出，单号 \(receipt.document)。", "Sold, document \(receipt.document). ") + change
        + say("下一位顾客。", "Next customer."),
    ])
    warn(of: basket)
  }

  /// Says of what was just sold too little is left; the sale stands, whatever becomes of the question.
  private func warn(of basket: Basket) {
    let codes = basket.lines.map(\.goods.sku)
    let low = try? shop.ask {
      try $0.stock.low(of: codes, at: basket.location, channel: basket.channel)
    }
    tell((low ?? []).map(\.warning))
  }

  /// Finds out whether the basket's order has been recorded.
  mutating func inquire(dropping: Bool) {
    do {
      if try shop.ask({ [till] in try $0.orders.isRecorded(till.basket.id) }) { return sell() }
      tell(till.notRecorded(dropping: dropping).words)
      keep()
    } catch {
      tell([Counter.words(of: error), Till.unsureWords])
    }
  }
}
