import ArgumentParser
import Bangfu
import Domain
import LineEditor

/// The till's talk: reads lines, says what they led to, and does what the till asks for.
///
/// Words go to standard error, slips to standard output, so that slips can be sent to a printer.
struct Counter {
  let shop: Shop
  let file: BasketFile
  let shopName: String
  let operatorName: String
  /// The editor of what is typed, with its history; nil where lines come from a file or a program.
  private let editor = LineEditor()
  var till: Till
  /// Why the basket could not be sold, since it was last changed by a sale.
  var failure: Exit?
  /// What was sold last, and its slip, where that could be read.
  var lastSold: Sold?
  var lastSlip: Slip?
  /// Who approves the order that is being sold, with the password that was typed.
  var secondPerson: Login?
  /// How the program ends, where the till has to stop.
  var end: Exit?

  /// A basket that was sold.
  struct Sold {
    let document: Int64
    let basket: Basket
  }

  /// Prepares a till.
  init(shop: Shop, file: BasketFile, shopName: String, operatorName: String, till: Till) {
    self.shop = shop
    self.file = file
    self.shopName = shopName
    self.operatorName = operatorName
    self.till = till
  }

  /// Serves customers until the input ends; returns how the program ends.
  mutating func run() -> Exit {
    resume()
    while true {
      guard let line = Prompting.read(till.prompt, with: editor) else {
        if Prompting.isInputTerminal { tell([""]) }
        break
      }
      let before = till
      let reply = till.take(line)
      tell(reply.words, ringing: reply.isRefusal)
      if reply.isRefusal, before.stage == .payment { failure = .data }
      if till != before { keep() }
      if reply.request == .quit { break }
      answer(reply.request)
      if let end { return end }
      warnOfStock(before.basket)
      if till.basket.lines.isEmpty { failure = nil }
    }
    if till.basket.lines.isEmpty {
      file.remove()
    } else {
      tell([say("购物篮已保存，下次 counter sell 接着卖。", "The basket is kept for the next counter sell.")])
    }
    return Prompting.isInputTerminal ? .done : failure ?? .done
  }

  /// Offers the basket of an earlier run.
  private mutating func resume() {
    guard !till.basket.lines.isEmpty else { return }
    let isUnsure = till.stage == .unsure
    tell([
      say("上次没有卖完的购物篮：", "The basket that was left unsold:"), till.basket.page,
      isUnsure
        ? say(
          "它已经发出，但没有得到答复。回车：查清并完成（绝不会记两次）；clear 放弃",
          "It had been sent, and no answer came. Enter finishes it (it is never recorded twice);\n"
            + "clear drops it.")
        : say("回车：继续；clear 放弃", "Enter goes on with it; clear drops it."),
    ])
    if !isUnsure { warnOfStock(Basket(channel: till.basket.channel, location: nil)) }
    till.stage = .resuming(till.stage)
  }

  /// Says of what more was put into the basket than there is; it may still come in before it is paid.
  private func warnOfStock(_ before: Basket) {
    let old = before.quantities
    let more = till.basket.quantities.filter { $0.value > old[$0.key] ?? .zero }
    guard !more.isEmpty,
      let there = try? shop.ask({ [basket = till.basket] in
        try $0.stock.sellable(
          of: more.keys.sorted(), at: basket.location, channel: basket.channel)
      })
    else { return }
    for stock in there {
      let (sku, quantity, expired) = (stock.sku, stock.quantity, stock.expired)
      guard let wanted = more[sku], wanted > quantity + -expired,
        let goods = till.basket.lines.first(where: { $0.goods.sku == sku })?.goods
      else { continue }
      let name = "\(sku) \(goods.name)"
      let bad =
        expired > .zero
        ? say(
          "，其中 \(expired.short) \(goods.unit)过期",
          ", of which \(expired.short) \(goods.unit) expired")
        : ""
      tell(
        [
          say(
            "注意：\(name) 库存只有 \(quantity.short) \(goods.unit)\(bad)，购物篮里 \(wanted.short) \(goods.unit)",
            "Too little: \(quantity.short) \(goods.unit) of \(name) in stock\(bad), "
              + "\(wanted.short) in the basket.")
        ], ringing: true)
    }
  }

  private mutating func answer(_ request: Till.Request) {
    let before = till
    var reply = Till.Reply()
    do {
      switch request {
      case .nothing, .quit: return
      case .find(let text, let quantity, let typed):
        let hasUnit = EnteredQuantity.split(quantity).unit != nil
        let found = try shop.goods(text)
        reply = till.found(
          found.goods, named: hasUnit ? try shop.goods(typed).goods : [], for: text,
          quantity: quantity, isCode: found.isCode)
      case .findBuyer(let code): reply = till.found(try shop.buyer(code))
      case .reprint: return reprint()
      case .inquire(let dropping): return inquire(dropping: dropping)
      case .sell: return sell()
      }
    } catch {
      reply = .refused(Counter.words(of: error))
      failure = till.basket.lines.isEmpty ? nil : Counter.exit(of: error)
    }
    tell(reply.words, ringing: reply.isRefusal)
    if till != before { keep() }
  }

  private mutating func reprint() {
    if lastSold == nil { return tell([say("还没有小票", "There is no slip yet.")]) }
    guard let slip = lastSlip ?? readSlip() else { return }
    StandardOutput.write("\n" + slip.text)
    StandardOutput.flush()
  }

  /// Keeps the till on disk; says so where that fails.
  @discardableResult func keep() -> Bool {
    if till.basket.lines.isEmpty && till.history.isEmpty {
      file.remove()
      return true
    }
    do {
      try file.save(till)
      return true
    } catch {
      tell(["\(error)"])
      return false
    }
  }

  /// Says something; rings for a clerk who looks at the goods, not at the screen.
  func tell(_ words: [String], ringing: Bool = false) {
    if ringing && Prompting.isErrorTerminal { _ = StandardOutput.send([7], to: 2) }
    for line in words.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
      let line = String(line)
      printToStandardError(line.columns > 80 ? line.wrapped(to: 80, indentation: 2) : line)
    }
  }

  private static func cause(of error: any Error) -> any Error {
    (error as? Unanswered)?.cause ?? error
  }

  static func words(of error: any Error) -> String {
    Ending(of: cause(of: error), root: Bangfu.self).words.replacing("bangfu: ", with: "")
  }

  static func exit(of error: any Error) -> Exit {
    Exit(rawValue: Ending(of: cause(of: error), root: Bangfu.self).status) ?? .bug
  }
}
