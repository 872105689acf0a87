import Domain

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
