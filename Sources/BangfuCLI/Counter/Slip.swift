import Bangfu
import Domain

/// What is printed for the customer, 40 columns wide.
struct Slip: Equatable, Sendable {
  /// The columns of the paper.
  static let width = 40

  /// What was sold, and how it was paid.
  var basket: Basket
  /// The document's number.
  var document: Int64
  /// The shop's name.
  var shop: String
  /// When it was sold, in the programme's time.
  var time: String
  /// Who sold it.
  var operatorName: String

  /// The slip, with a line end after each line.
  var text: String {
    var lines = [Slip.centred(shop.visible), Slip.rule]
    lines.append(Slip.pair(say("单号 ", "No. ") + "\(document)", time))
    lines += Slip.wrapped(say("经手人 ", "Operator ") + operatorName.visible)
    if let buyer = basket.buyer {
      lines += Slip.wrapped(say("采购单位 ", "Buyer ") + "\(buyer.code) \(buyer.name.visible)")
    }
    lines.append(Slip.rule)
    for line in basket.lines {
      lines += Slip.wrapped(line.goods.name.visible)
      lines.append(Slip.pair("  " + line.sum.visible, "\(line.amount.grouped)"))
    }
    lines.append(Slip.rule)
    if basket.discount > .zero {
      lines.append(Slip.pair(say("小计", "Subtotal"), "\(basket.subtotal.grouped)"))
      lines.append(Slip.pair(say("优惠", "Discount"), "-\(basket.discount.grouped)"))
    }
    lines.append(Slip.pair(say("合计（元）", "Total (yuan)"), "\(basket.total.grouped)"))
    for payment in basket.payments {
      let word = payment.method.word
      lines.append(
        Slip.pair(word.prefix(1).uppercased() + word.dropFirst(), "\(payment.amount.grouped)"))
    }
    if basket.change > .zero {
      lines.append(Slip.pair(say("找零", "Change"), "\(basket.change.grouped)"))
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
