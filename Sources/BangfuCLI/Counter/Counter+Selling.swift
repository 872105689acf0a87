import Bangfu
import Domain

extension Counter {
  /// Enters the order; the file says that it was sent before it is sent.
  ///
  /// Where it needs a second person, who has come forward, it is approved and sent again, at most three times: for the
  /// discount and for goods that have expired.
  mutating func sell(after approvals: Int = 0) {
    let before = till.stage
    till.stage = .unsure
    guard keep() else {
      till.stage = before
      failure = .data
      return tell([say("没有存盘就不发出。", "Nothing is sent before the basket is safe.")])
    }
    switch shop.enter(till.basket.order) {
    case .posted(let receipt): hand(receipt)
    case .refused(let problem)
    where problem.code == "approval_needed" && till.approver != nil && approvals < 3:
      approve(problem, as: before, approvals)
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

  /// Has the second person approve what was refused, and sells.
  private mutating func approve(_ problem: Problem, as stage: Till.Stage, _ approvals: Int) {
    do {
      let login = try secondPerson(till.approver ?? "")
      try shop.ask {
        try $0.approvals.approve(problem, by: login, reason: till.basket.approval?.reason)
      }
    } catch {
      secondPerson = nil
      tell(till.notApproved(Counter.words(of: error)).words, ringing: true)
      failure = Counter.exit(of: error)
      keep()
      return
    }
    till.stage = stage
    sell(after: approvals + 1)
  }

  /// The second person with the password, which is asked for once an order.
  private mutating func secondPerson(_ name: String) throws -> Login {
    if let secondPerson, secondPerson.name == name { return secondPerson }
    let login = try Login(name, password: Secret.ofApprover(name))
    secondPerson = login
    return login
  }

  /// Prints the slip of what was posted, and begins with the next customer; stops where that is not what was paid.
  private mutating func hand(_ receipt: OrderReceipt) {
    let basket = till.basket
    till.sold()
    secondPerson = nil
    file.remove()
    failure = nil
    lastSlip = nil
    lastSold = Sold(document: receipt.document, basket: basket)
    if receipt.repeated {
      tell([
        say(
          "这一单先前已经记账，单号 \(receipt.document)，没有重复记。",
          "This order had been recorded already, document \(receipt.document); not entered twice.")
      ])
    }
    guard let slip = readSlip() else { return }
    printLine()
    StandardOutput.write(slip.text)
    StandardOutput.flush()
    if let difference = basket.difference(from: slip.sale) {
      return stop(basket, slip.sale, difference)
    }
    let change =
      slip.sale.change > .zero
      ? say("找零 \(slip.sale.change.grouped)。", "Change \(slip.sale.change.grouped). ") : ""
    tell([
      "",
      say("已卖出，单号 \(receipt.document)。", "Sold, document \(receipt.document). ") + change
        + say("下一位顾客。", "Next customer."),
    ])
    warn(of: basket)
  }

  /// Reads what was posted last; says so where that cannot be, for the sale stands.
  mutating func readSlip() -> Slip? {
    guard let lastSold else { return nil }
    do {
      let sale = try shop.sale(lastSold.document)
      let slip = Slip(sale, of: lastSold.basket, shop: shopName, operatorName: operatorName)
      lastSlip = slip
      return slip
    } catch {
      tell(
        [
          say(
            "已卖出，单号 \(lastSold.document)，但现在读不出小票：稍后输入“小票”再打",
            "Sold, document \(lastSold.document), but its slip cannot be read now: type slip later."
          ), Counter.words(of: error),
        ], ringing: true)
      return nil
    }
  }

  /// Ends the till: what was posted is not what the customer was asked to pay.
  private mutating func stop(_ basket: Basket, _ sale: Sale, _ difference: Basket.Difference) {
    let problem = Problem(
      "posted_differs",
      [
        "document": String(sale.document), "what": difference.rawValue,
        "posted": sale.total.description, "total": basket.total.description,
      ])
    tell([problem.description], ringing: true)
    end = Sentences.exit(for: problem)
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
