import Domain

extension Basket {
  /// The running total, to follow other words.
  var running: String {
    let count = lines.count
    let off = discount > .zero ? say("，已优惠 \(discount.grouped)", ", \(discount.grouped) off") : ""
    return say(
      "　合计 \(total.grouped)（\(count) 行\(off)）",
      "  Total \(total.grouped) (\(count) \(count == 1 ? "line" : "lines")\(off))")
  }

  /// What was understood: a line, its amount, the running total.
  func said(_ index: Int) -> String {
    let line = lines[index]
    let name = line.goods.name.visible.fitted(to: 30)
    return "\(index + 1)  \(name)  \(line.sum) = \(line.amount.grouped)" + running
  }

  /// All of the basket.
  var page: String {
    if lines.isEmpty { return say("购物篮是空的", "The basket is empty.") }
    let columns: [Column] = [.position, .sku, .name, .quantity, .price, .amount]
    let rows = lines.enumerated().map { index, line in
      [
        String(index + 1), line.goods.sku.fitted(to: 12), line.goods.name.fitted(to: 28),
        line.amountOfGoods, "\(line.goods.price.grouped)", "\(line.amount.grouped)",
      ]
    }
    var text = Table(columns, rows: rows).text
    if let buyer { text += say("采购单位 ", "Buyer ") + "\(buyer.code) \(buyer.name.visible)\n" }
    if discount > .zero { text += say("优惠 ", "Discount ") + "-\(discount.grouped)\n" }
    for payment in payments { text += "\(payment.method.word) \(payment.amount.grouped)\n" }
    return text + say("合计 ", "Total ") + "\(total.grouped)"
  }

  /// What is said when the payment begins.
  var paymentPage: String { page + "\n" + state }

  /// What is still to be paid, or the change.
  var state: String {
    if isOverpaid {
      return say("多收 \(change.grouped)，用 < 撤销", "\(change.grouped) too much: < undoes the last.")
    }
    if due > .zero {
      return say(
        "应收 \(total.grouped)，还差 \(due.grouped)",
        "Due \(total.grouped), still to pay \(due.grouped).")
        + (payments.isEmpty
          ? say(
            "　金额=现金 w 微信 z 支付宝 k 卡 g 挂账 q 券 < 撤销",
            "  Amount = cash, w WeChat, z Alipay,\nk card, g account, q voucher, < back.") : "")
    }
    return change > .zero
      ? say(
        "找零 \(change.grouped)。回车确认，< 撤销",
        "Change \(change.grouped). Enter confirms, < undoes the last.")
      : say("收齐，不找零。回车确认，< 撤销", "Paid, no change. Enter confirms, < undoes the last.")
  }
}

extension [Goods] {
  /// The goods with numbers to choose by.
  var choices: String {
    let columns: [Column] = [.position, .sku, .name, .price]
    let rows = enumerated().map { index, goods in
      [
        String(index + 1), goods.sku.fitted(to: 16), goods.name.fitted(to: 40),
        "\(goods.price.grouped)/\(goods.unit)",
      ]
    }
    return Table(columns, rows: rows).text
      + say("找到 \(count) 种：输入序号，< 取消", "\(count) found: type a number; < cancels.")
  }
}

extension String {
  /// The text, cut to so many columns.
  func fitted(to width: Int) -> String {
    guard columns > width else { return self }
    var cut = ""
    var used = 1
    for character in self {
      used += character.columns
      if used > width { break }
      cut.append(character)
    }
    return cut + "…"
  }
}
