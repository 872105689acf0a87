import Domain

/// What is printed for the customer, 40 columns wide.
struct Slip: Equatable, Sendable {
  /// The columns of the paper.
  static let width = 40

  /// What was sold, and how it was paid, as it was posted.
  let sale: Sale
  /// The price of a base unit of each line, where the basket's makes what was posted.
  private let prices: [Money?]
  /// The buyer, where there is one.
  private let buyer: String?
  /// The shop's name, and who sold it.
  private let shop: String, operatorName: String

  /// Makes the slip of a sale; names that are not posted, and prices, are those of the basket that was sold.
  init(_ sale: Sale, of basket: Basket, shop: String, operatorName: String) {
    self.sale = sale
    self.shop = shop
    self.operatorName = operatorName
    buyer = sale.buyer.map { code in
      [code, basket.buyer?.code == code ? basket.buyer?.name ?? "" : ""]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    prices = sale.lines.enumerated().map { index, line in
      guard index < basket.lines.count, case let goods = basket.lines[index].goods,
        goods.sku == line.sku, goods.price * line.quantity == line.amount
      else { return nil }
      return goods.price
    }
  }

  /// The slip, with a line end after each line.
  var text: String {
    var lines = [Slip.centred(shop.visible), Slip.rule]
    lines.append(
      Slip.pair(say("单号 ", "No. ") + "\(sale.document)", String(sale.at.prefix(16))))
    lines += Slip.wrapped(say("经手人 ", "Operator ") + operatorName.visible)
    if let buyer { lines += Slip.wrapped(say("采购单位 ", "Buyer ") + buyer.visible) }
    lines.append(Slip.rule)
    for (line, price) in zip(sale.lines, prices) {
      lines += Slip.wrapped(line.name.visible)
      let sum = EnteredQuantity.words(line.entered, line.quantity, line.unit, at: price)
      lines.append(Slip.pair("  " + sum.visible, "\(line.amount.grouped)"))
    }
    lines.append(Slip.rule)
    if sale.discount > .zero {
      lines.append(Slip.pair(say("小计", "Subtotal"), "\(sale.subtotal.grouped)"))
      lines.append(Slip.pair(say("优惠", "Discount"), "-\(sale.discount.grouped)"))
    }
    lines.append(Slip.pair(say("合计（元）", "Total (yuan)"), "\(sale.total.grouped)"))
    for tender in sale.tenders {
      let word = tender.method.word
      lines.append(
        Slip.pair(word.prefix(1).uppercased() + word.dropFirst(), "\(tender.amount.grouped)"))
    }
    if sale.change > .zero {
      lines.append(Slip.pair(say("找零", "Change"), "\(sale.change.grouped)"))
    }
    lines += [Slip.rule, Slip.centred(say("谢谢惠顾", "Thank you"))]
    return lines.map { $0 + "\n" }.joined()
  }

  private static let rule = String(repeating: "-", count: width)

  private static func centred(_ text: String) -> String {
    wrapped(text).map { String(repeating: " ", count: max(0, (width - $0.columns) / 2)) + $0 }
      .joined(separator: "\n")
  }

  /// The text in lines of the paper's width.
  private static func wrapped(_ text: String) -> [String] {
    text.wrapped(to: width, indentation: 0).split(separator: "\n").flatMap { line in
      var lines = [""]
      for character in line {
        if (lines.last ?? "").columns + character.columns > width { lines.append("") }
        lines[lines.count - 1].append(character)
      }
      return lines
    }
  }

  /// One text on the left and one on the right; on two lines where they do not fit on one.
  private static func pair(_ left: String, _ right: String) -> String {
    let space = width - left.columns - right.columns
    if space > 0 { return left + String(repeating: " ", count: space) + right }
    return left.fitted(to: width) + "\n"
      + String(repeating: " ", count: max(0, width - right.columns))
      + right
  }
}
