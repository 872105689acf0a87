import Domain

extension PaymentMethod {
  /// The word for people.
  var word: String {
    switch self {
    case .cash: say("现金", "cash")
    case .wechat: say("微信", "WeChat")
    case .alipay: say("支付宝", "Alipay")
    case .card: say("银行卡", "card")
    case .account: say("挂账", "on account")
    case .voucher: say("券", "voucher")
    }
  }

  /// What a clerk may type for it, in either language.
  private var names: [String] {
    switch self {
    case .cash: ["x", "现金", "现", "cash", "c"]
    case .wechat: ["w", "微信", "微", "wechat", "wx"]
    case .alipay: ["z", "支付宝", "支", "alipay", "zfb"]
    case .card: ["k", "银行卡", "刷卡", "卡", "card"]
    case .account: ["g", "挂账", "挂", "account"]
    case .voucher: ["q", "券", "代金券", "voucher"]
    }
  }

  /// Finds the method that a clerk typed, maybe with an amount, where payment was not asked for: `w`, `w50`, `微信`.
  init?(slipped text: String) {
    self.init(typed: String(text.prefix { !$0.isNumber && !" .-+".contains($0) }))
  }

  /// Finds the method that a clerk typed.
  init?(typed: String) {
    let name = typed.lowercased()
    guard let found = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
    self = found
  }
}

extension Tender {
  /// Reads `METHOD:AMOUNT` as people type it: `现金：128` as well as `cash:128`.
  ///
  /// - Throws: as `init(parsing:)` does.
  init(typed text: String) throws(Problem) {
    let plain = text.typed
    guard let colon = plain.firstIndex(of: ":"),
      let method = PaymentMethod(typed: String(plain[..<colon]))
    else {
      try self.init(parsing: plain)
      return
    }
    try self.init(parsing: method.rawValue + plain[colon...])
  }
}
