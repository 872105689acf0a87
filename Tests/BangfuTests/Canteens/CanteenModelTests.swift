import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Random lives of a canteen's orders against a plain model: deliveries in parts, refusals, losses, returns, payments, and
/// each undone.
@Suite struct CanteenModelTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `balance, stock and counted amount are as a plain model has them at every step`(
    seed: UInt64
  ) throws {
    var run = try CanteenRun(seed: seed)
    for step in 1...60 {
      let act = try run.step()
      let found = try run.found()
      guard found == run.expected else {
        Issue.record("seed \(seed), step \(step), \(act): \(run.expected), found \(found)")
        return
      }
    }
    #expect(try run.shop.violations() == [])
  }
}

/// One random run on one product at 6.50 yuan, in boxes and fen.
private struct CanteenRun {
  private struct Order { let number: Int64; var due: Int }
  private struct Delivery { let number: Int64, order: Int64, boxes: Int }
  private struct Sale {
    let number: Int64, document: Int64?, delivery: Delivery
    let accepted: Int, refused: Int
    var returned = 0
  }

  let shop: Shop
  private var dice: Dice
  private var onHand = 400
  private var orders: [Order] = []
  /// Deliveries that wait for their acceptance.
  private var waiting: [Delivery] = []
  private var sales: [Sale] = []
  private var payments: [(number: Int64, fen: Int)] = []
  /// What was said last of each acceptance, whether it was undone since or not.
  private var said: [Int64: StatementAnswer.Word] = [:]
  private static let price = 650

  init(seed: UInt64) throws {
    shop = try Shop()
    dice = Dice(seed)
    try shop.buy("BC01", "400", at: "60.00", from: nil)
  }

  private var counted: Int {
    sales.reduce(0) { $0 + ($1.accepted - $1.returned) * Self.price }
  }

  private var owed: Int { payments.reduce(counted) { $0 - $1.fen } }

  var expected: String {
    let (due, out) = (orders.reduce(0) { $0 + $1.due }, waiting.reduce(0) { $0 + $1.boxes })
    func lines(_ word: StatementAnswer.Word) -> Int { said.values.count { $0 == word } }
    return
      "on hand \(onHand), promised \(due), with buyers \(out), counted \(counted), owed \(owed), statement \(owed), "
      + "confirmed \(lines(.confirmed)), disputed \(lines(.disputed))"
  }

  func found() throws -> String {
    let row = try #require(shop.programme.stock.levels(at: "shop").rows.first { $0[1] == "BC01" })
    func number(_ text: String) -> String { text.isEmpty ? "0" : text }
    let sums = try shop.programme.reports.monthly(#require(Month("2026-10"))).headline
    let owed = try shop.programme.buyers.show("LCYZ").owed
    return
      "on hand \(row[3]), promised \(number(row[6])), with buyers \(number(row[8])), counted \(sums.counted.minor), owed \(owed.minor), "
      + (try foundStatement())
  }

  /// The statement, whole and cut in two on each day: what closes one part opens the other.
  private func foundStatement() throws -> String {
    let accounts = shop.programme.buyerAccounts
    let whole = try accounts.statement(of: "LCYZ")
    for day in 5...9 {
      let first = try accounts.statement(
        of: "LCYZ", in: DayRange(from: nil, to: BusinessDay("2026-10-0\(day - 1)")))
      let second = try accounts.statement(
        of: "LCYZ", in: DayRange(from: BusinessDay("2026-10-0\(day)"), to: nil))
      guard first.reconciles, second.reconciles, first.closing == second.opening,
        first.lines.rows.count + second.lines.rows.count == whole.lines.rows.count
      else { return "statement cut on 2026-10-0\(day): \(first), \(second)" }
    }
    return whole.reconciles
      ? "statement \(whole.closing.minor), confirmed \(whole.answers[0].lines), disputed \(whole.answers[1].lines)"
      : "statement does not add up: \(whole)"
  }

  mutating func step() throws -> String {
    switch dice.roll(11) {
    case 10: return try answer()
    case 0...1: return try order()
    case 2...3: return try deliver()
    case 4...5: return try accept()
    case 6: return try pay()
    case 7: return try giveBack()
    default: return try undo()
    }
  }

  private mutating func order() throws -> String {
    let boxes = dice.roll(20) + 1
    var draft = CanteenOrderDraft(of: "LCYZ")
    draft.lines = [try OrderLine(parsing: "BC01:\(boxes)@6.50")]
    draft.at = Instant("2026-10-05T08:00:00")
    orders.append(Order(number: try shop.programme.canteens.order(draft).order, due: boxes))
    return "order \(boxes)"
  }

  private mutating func deliver() throws -> String {
    guard !orders.isEmpty else { return "nothing ordered" }
    let place = dice.roll(orders.count)
    let (order, boxes) = (orders[place], dice.roll(12) + 1)
    func act() throws -> Int64 {
      try shop.programme.canteens.deliver(
        StockItems(["BC01:\(boxes)"]), of: order.number, at: Instant("2026-10-06T08:00:00")
      ).delivery
    }
    if boxes > order.due || boxes > onHand {
      #expect(refusal { _ = try act() } == (boxes > order.due ? "delivery_over" : "stock_short"))
      return "refused delivery"
    }
    waiting.append(Delivery(number: try act(), order: order.number, boxes: boxes))
    orders[place].due -= boxes
    onHand -= boxes
    return "deliver \(boxes) of \(order.number)"
  }

  private mutating func accept() throws -> String {
    guard !waiting.isEmpty else { return "nothing delivered" }
    let delivery = waiting[dice.roll(waiting.count)]
    let (accepted, refused) = (dice.roll(delivery.boxes + 2), dice.roll(4))
    var draft = CanteenAcceptanceDraft(of: delivery.number, signedBy: "王老师")
    draft.accepted = try StockItems(counted: ["BC01:\(accepted)"])
    if refused > 0 { draft.refused = try StockItems(["BC01:\(refused)"]) }
    (draft.reason, draft.at) = ("破损", Instant("2026-10-07T08:00:00"))
    if accepted + refused > delivery.boxes {
      #expect(refusal { _ = try shop.programme.canteens.accept(draft) } == "acceptance_over")
      return "refused acceptance"
    }
    let done = try shop.programme.canteens.accept(draft)
    #expect(done.total.minor == Int64(accepted * Self.price))
    waiting.removeAll { $0.number == delivery.number }
    sales.append(
      Sale(
        number: done.acceptance, document: done.document, delivery: delivery, accepted: accepted,
        refused: refused))
    onHand += refused
    return "accept \(accepted), refuse \(refused) of \(delivery.boxes)"
  }

  private mutating func giveBack() throws -> String {
    let places = sales.indices.filter { sales[$0].accepted > sales[$0].returned }
    guard !places.isEmpty else { return "nothing sold" }
    let place = places[dice.roll(places.count)]
    let boxes = dice.roll(sales[place].accepted - sales[place].returned) + 1
    let worth = boxes * Self.price
    var refund = RefundRequest(document: try #require(sales[place].document))
    refund.lines = [try RefundRequest.Line(parsing: "1:\(boxes)")]
    refund.restock = true
    refund.at = Instant("2026-10-08T08:00:00")
    _ = try shop.programme.orders.refund(refund)
    sales[place].returned += boxes
    onHand += boxes
    return "return \(boxes) worth \(worth)"
  }

  private mutating func answer() throws -> String {
    let known = sales.filter { $0.document != nil }
    guard !known.isEmpty else { return "nothing to answer for" }
    let sale = known[dice.roll(known.count)]
    let word = dice.roll(2) == 0 ? StatementAnswer.Word.confirmed : .disputed
    var answer = StatementAnswer(of: "LCYZ", word, saidBy: "王老师")
    (answer.lines, answer.reason) = ([sale.number], "x")
    if said[sale.number] == word {
      #expect(
        refusal { _ = try shop.programme.buyerAccounts.answer(answer) }
          == "statement_line_answered")
      return "refused answer"
    }
    let number = try shop.programme.buyerAccounts.answer(answer).number
    if dice.roll(3) == 0 {
      _ = try shop.programme.canteens.undo(number, reason: "x")
      return "answer for \(sale.number), undone"
    }
    said[sale.number] = word
    return "\(word) \(sale.number)"
  }

  private mutating func pay() throws -> String {
    let fen = dice.roll(9_000) + 1
    let payment = BuyerPayment(by: "LCYZ", amount: Money(minor: Int64(fen)))
    if fen > owed {
      #expect(refusal { _ = try shop.programme.buyerAccounts.pay(payment) } == "buyer_payment_over")
      return "refused payment"
    }
    payments.append((try shop.programme.buyerAccounts.pay(payment).number, fen))
    return "pay \(fen)"
  }

  /// Undoes an acceptance, a delivery or a payment; refused where something stands on it, or its goods are gone.
  private mutating func undo() throws -> String {
    func code(_ act: Int64) -> String? {
      refusal { _ = try shop.programme.canteens.undo(act, reason: "x") }
    }
    switch dice.roll(4) {
    case 0 where !sales.isEmpty:
      let place = dice.roll(sales.count)
      let sale = sales[place]
      if sale.returned > 0 {
        #expect(code(sale.number) == "order_refunded")
        return "refused undo of acceptance"
      }
      if sale.refused > onHand {
        #expect(code(sale.number) == "undo_gone")
        return "undo of what is gone"
      }
      #expect(code(sale.number) == nil)
      sales.remove(at: place)
      waiting.append(sale.delivery)
      onHand -= sale.refused
      return "undo acceptance \(sale.number)"
    case 1 where !waiting.isEmpty:
      let delivery = waiting.remove(at: dice.roll(waiting.count))
      #expect(code(delivery.number) == nil)
      onHand += delivery.boxes
      if let place = orders.firstIndex(where: { $0.number == delivery.order }) {
        orders[place].due += delivery.boxes
      }
      return "undo delivery \(delivery.number)"
    case 2 where !payments.isEmpty:
      let payment = payments.remove(at: dice.roll(payments.count))
      _ = try shop.programme.buyerAccounts.reverse(payment.number, reason: "x")
      return "reverse \(payment.number)"
    default:
      guard let delivered = sales.first else { return "nothing to undo" }
      #expect(code(delivered.delivery.number) == "undo_stands")
      return "refused undo of delivery"
    }
  }
}
