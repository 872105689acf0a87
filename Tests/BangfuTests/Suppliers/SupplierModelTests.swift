import Bangfu
import Domain
import Postgres
import Testing

/// Random purchases, payments, returns, buy-backs and their undoing, adjustments and reversals of one
/// supplier, against a plain model.
@Suite struct SupplierModelTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `what is open is as a plain model has it`(seed: UInt64) throws {
    var run = try AccountRun(seed: seed)
    for step in 1...80 {
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

/// One random run: acts on the shop and on the model alike, in fen.
private struct AccountRun {
  let shop: Shop
  private var dice: Dice
  /// What was charged, in order, and what names it.
  private var charges: [(number: Int64, amount: Int, named: Int)] = []
  private var general = 0
  /// Payments that stand: what each gave to receipts, and to none.
  private var payments: [(number: Int64, named: [(Int64, Int)], general: Int)] = []
  /// Of each receipt of JL01, at what price, how many are not given back.
  private var left: [(number: Int64, price: Int, quantity: Int, gone: Int)] = []
  private var onHand = 0
  /// Buy-backs that stand, and how many pieces each took.
  private var buyBacks: [(number: Int64, pieces: Int)] = []

  init(seed: UInt64) throws {
    shop = try Shop()
    dice = Dice(seed)
    _ = try shop.programme.contracts.add(
      supplier: "KOI", sku: "JL01", price: Money(minor: 1234),
      from: #require(BusinessDay("2026-01-01")),
      to: #require(BusinessDay("2099-01-01")), maximum: nil)
  }

  /// What is open of each charge: what names it first, then the rest to the oldest.
  private var opens: [(number: Int64, open: Int)] {
    var pool = general + charges.reduce(0) { $0 + max(0, $1.named - $1.amount) }
    return charges.map { charge in
      let rest = charge.amount - min(charge.amount, charge.named)
      let paid = max(0, min(rest, pool))
      pool -= paid
      return (charge.number, rest - paid)
    }
  }
  private var owed: Int { charges.reduce(-general) { $0 + $1.amount - $1.named } }

  var expected: String {
    let open = opens.filter { $0.open > 0 }.map { "\($0.number) \($0.open)" }
    return (["\(owed)"] + open).joined(separator: ", ")
  }

  func found() throws -> String {
    let account = try shop.programme.accounts.entries(of: "KOI").rows.last?[8] ?? "0.00"
    let open = try shop.programme.accounts.owed(to: "KOI").rows
      .map { "\($0[2]) \(Money($0[7])?.minor ?? -1)" }
    return (["\(Money(account)?.minor ?? -1)"] + open).joined(separator: ", ")
  }

  mutating func step() throws -> String {
    switch dice.roll(9) {
    case 0...1: return try buy()
    case 2...3: return try pay()
    case 4: return try giveBack()
    case 5: return try buyBack()
    case 6: return try adjust()
    case 7: return try undo()
    default: return try reverse()
    }
  }

  private mutating func buy() throws -> String {
    let (pieces, price) = (dice.roll(9) + 1, dice.roll(3000) + 1)
    let number = try shop.buy(
      "JL01", "\(pieces)", at: Money(minor: Int64(price)).description, from: "KOI")
    charges.append((number, pieces * price, 0))
    left.append((number, price, pieces, 0))
    onHand += pieces
    return "buy \(number)"
  }

  private mutating func pay() throws -> String {
    var payment = SupplierPayment(to: "KOI", amount: Money(minor: Int64(dice.roll(9000) + 1)))
    payment.isAdvance = dice.roll(4) == 0
    let open = opens
    let picked = dice.roll(2) == 0 ? open.filter { _ in dice.roll(3) == 0 } : []
    let receipts = picked.filter { pick in left.contains { $0.number == pick.number } }
    payment.receipts = receipts.map(\.number)
    let amount = Int(payment.amount.minor)
    let due = receipts.isEmpty ? max(0, owed) : receipts.reduce(0) { $0 + $1.open }
    if amount > due, !payment.isAdvance {
      let code = refusal { _ = try shop.programme.accounts.pay(payment) }
      #expect(code == (receipts.isEmpty ? "payment_over" : "payment_over_receipts"))
      return "refused payment"
    }
    let number = try shop.programme.accounts.pay(payment).number
    var rest = amount
    var named: [(Int64, Int)] = []
    for receipt in receipts where receipt.open > 0 && rest > 0 {
      let part = min(rest, receipt.open)
      named.append((receipt.number, part))
      name(receipt.number, part)
      rest -= part
    }
    general += rest
    payments.append((number, named, rest))
    return "pay \(amount) for \(payment.receipts)"
  }

  private mutating func name(_ receipt: Int64, _ amount: Int) {
    if let place = charges.firstIndex(where: { $0.number == receipt }) {
      charges[place].named += amount
    }
  }

  private mutating func giveBack() throws -> String {
    let pieces = dice.roll(6) + 1
    guard pieces <= onHand else { return "too few" }
    let result = try shop.programme.stock.giveBack(
      StockItems(["JL01:\(pieces)"]), from: nil, reason: "x")
    onHand -= pieces
    var (rest, credit) = (pieces, 0)
    for place in left.indices.reversed() where rest > 0 {
      let take = min(rest, left[place].quantity - left[place].gone)
      left[place].gone += take
      name(left[place].number, take * left[place].price)
      credit += take * left[place].price
      rest -= take
    }
    #expect(result.credit.minor == Int64(credit))
    #expect(result.uncredited == Quantity(whole: Int64(rest)))
    return "give back \(pieces)"
  }

  private mutating func buyBack() throws -> String {
    let pieces = dice.roll(3) + 1
    guard pieces <= onHand else { return "too few" }
    let number = try shop.programme.buyBacks.enter(
      StockItems(["JL01:\(pieces)"]), by: "KOI", from: nil, day: nil, note: nil
    ).number
    buyBacks.append((number, pieces))
    onHand -= pieces
    general += pieces * 1234
    return "buy back \(pieces)"
  }

  private mutating func undo() throws -> String {
    guard !buyBacks.isEmpty else { return "nothing bought back" }
    let buyBack = buyBacks.remove(at: dice.roll(buyBacks.count))
    _ = try shop.programme.buyBacks.undo(buyBack.number, day: nil, reason: "x")
    onHand += buyBack.pieces
    general -= buyBack.pieces * 1234
    return "undo \(buyBack.number)"
  }

  private mutating func adjust() throws -> String {
    let amount = dice.roll(2000) + 1
    let isMore = dice.roll(2) == 0
    let receipt = dice.roll(2) == 0 || left.isEmpty ? nil : left[dice.roll(left.count)].number
    let number = try shop.programme.accounts.adjust(
      "KOI", by: Money(minor: Int64(isMore ? amount : -amount)), receipt: receipt,
      day: nil, reason: "x"
    ).number
    if let receipt, let place = charges.firstIndex(where: { $0.number == receipt }) {
      if isMore { charges[place].amount += amount } else { charges[place].named += amount }
    } else if isMore {
      charges.append((number, amount, 0))
    } else {
      general += amount
    }
    return "adjust \(receipt ?? 0) by \(isMore ? amount : -amount)"
  }

  private mutating func reverse() throws -> String {
    guard !payments.isEmpty else { return "nothing paid" }
    let payment = payments.remove(at: dice.roll(payments.count))
    _ = try shop.programme.accounts.reverse(payment.number, reason: "x")
    for (receipt, amount) in payment.named { name(receipt, -amount) }
    general -= payment.general
    return "reverse \(payment.number)"
  }
}
