import Domain

extension PaymentMethod: WordedCode {
  /// The word for people.
  var word: String { Language.current == .zh ? chinese : english }

  /// The Chinese word.
  var chinese: String {
    switch self {
    case .cash: "现金"
    case .wechat: "微信"
    case .alipay: "支付宝"
    case .card: "银行卡"
    case .account: "挂账"
    case .voucher: "券"
    }
  }

  private var english: String {
    switch self {
    case .wechat: "WeChat"
    case .alipay: "Alipay"
    case .account: "on account"
    case .cash, .card, .voucher: rawValue
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

extension AccountPaymentMethod: WordedCode {
  /// The Chinese word.
  var chinese: String { PaymentMethod(rawValue: rawValue)?.chinese ?? "转账" }
}

/// Codes that people type, each with a Chinese word.
protocol WordedCode: CaseIterable, RawRepresentable<String> {
  var chinese: String { get }
}

extension WordedCode {
  /// All of them, each with its Chinese word.
  static var chineseList: String {
    allCases.map { "\($0.rawValue) \($0.chinese)" }.joined(separator: "、")
  }

  /// All of them in English, the last two joined as is said.
  static func codes(last: String = ", ") -> String {
    let codes = allCases.map(\.rawValue)
    return codes.dropLast().joined(separator: ", ") + last + (codes.last ?? "")
  }
}
