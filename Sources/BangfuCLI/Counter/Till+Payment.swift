import Domain

extension Till {
  /// Takes a line at the payment prompt.
  mutating func takePayment(_ text: String) -> Reply {
    let text = text.typed
    if text.isEmpty { return confirm() }
    if Typed(text) == .clear { return clear() }
    if Typed(text) == .undo || Prompting.isNo(text) { return takeBack() }
    if text.first == "@" { return buyer(Typed.plain(String(text.dropFirst()))) }
    var reply: Reply? =
      switch Typed(text) {
      case .discount(let amount): discount(amount)
      case .rate(let thousandths): discount(rate: thousandths)
      default: nil
      }
    if let asked = reply {
      if !asked.isRefusal { reply?.words.append(basket.state) }
      return reply ?? asked
    }
    let name = text.prefix { !$0.isNumber && !" .-+".contains($0) }
    let typed = Typed.plain(String(text.dropFirst(name.count)))
    guard let method = name.isEmpty ? .cash : PaymentMethod(typed: String(name)) else {
      return .refused(
        say(
          "看不懂“\(text.visible)”：输入金额（现金），或 w 微信 z 支付宝 k 银行卡 g 挂账 q 券；< 回到商品",
          "\"\(text.visible)\"? Type an amount (cash), or w WeChat, z Alipay, k card, g account,\n"
            + "q voucher; < goes back to the goods."))
    }
    return pay(method, typed)
  }

  private mutating func pay(_ method: PaymentMethod, _ typed: String) -> Reply {
    if typed.count >= 8, typed.allSatisfy(\.isNumber) {
      if basket.payments.isEmpty {  // one more thing, or a scanner that ends its lines twice
        stage = .goods
        return takeGoods(typed)
      }
      return .refused(
        say(
          "“\(typed)”像是条码：正在收款，< 回到商品再扫",
          "\"\(typed)\" looks like a barcode: < goes back to the goods."))
    }
    guard let amount = typed.isEmpty ? basket.due : Money(typed.typed), amount >= .zero else {
      if basket.due == .zero { return .refused(Till.words(of: .enough, typed)) }
      return .refused(
        say(
          "金额“\(typed.visible)”写法不对：单位元，最多两位小数",
          "The amount \"\(typed.visible)\" is not plain yuan with at most two decimals."))
    }
    do throws(Basket.PaymentRefusal) {
      try basket.take(method, amount)
    } catch { return .refused(Till.words(of: error, typed)) }
    return .said(say("收 ", "Took ") + "\(method.word) \(amount.grouped)", basket.state)
  }

  /// Why money is not taken, for a clerk.
  static func words(of refusal: Basket.PaymentRefusal, _ typed: String) -> String {
    switch refusal {
    case .enough:
      say("已经收够：回车确认，< 撤销收款", "Enough came in: Enter confirms, < undoes the last.")
    case .notPositive: "\(Problem("tender_not_positive", ["text": typed]))"
    case .buyerMissing:
      say("挂账要先写采购单位，如 @LCYZ", "Who owes it? Name the buyer first, as @LCYZ.")
    case .overDue(let method, let due):
      say(
        "\(method.word)最多收 \(due.grouped) 元，只有现金可以找零",
        "At most \(due.grouped) by \(method.word): only cash gives change.")
    case .buyerOwes:
      say("已有挂账收款，请先用 < 撤销", "There is money on account: undo it with < first.")
    }
  }

  private mutating func takeBack() -> Reply {
    guard let last = basket.payments.popLast() else {
      stage = .goods
      return .said(say("回到商品", "Back to the goods:"), basket.page)
    }
    return .said(
      say("已撤销 ", "Undone: ") + "\(last.method.word) \(last.amount.grouped)", basket.state)
  }

  private mutating func confirm() -> Reply {
    if basket.due > .zero { return .refused(basket.state) }
    if basket.isOverpaid {
      return .refused(
        say(
          "收款多于应收，只有现金可以找零：用 < 撤销",
          "More came in than is due, and only cash gives change: < undoes the last."))
    }
    return .asked(.sell)
  }
}
