/// Money that came in for an order, or went back, by method.
public struct Tender: Codable, Equatable, Sendable {
  /// How it is paid.
  public let method: PaymentMethod
  /// Yuan, above zero.
  public let amount: Money

  /// Makes a tender.
  public init(method: PaymentMethod, amount: Money) {
    self.method = method
    self.amount = amount
  }

  /// Reads `METHOD:AMOUNT`.
  ///
  /// - Throws: `Problem` `tender_malformed`, `tender_method_unknown` or `amount_malformed`.
  public init(parsing text: String) throws(Problem) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw Problem("tender_malformed", ["text": text]) }
    guard let method = PaymentMethod(rawValue: String(parts[0])) else {
      throw Problem("tender_method_unknown", ["method": String(parts[0])])
    }
    self.method = method
    amount = try Money(asked: String(parts[1]), in: text)
    guard amount > .zero else { throw Problem("tender_not_positive", ["text": text]) }
  }
}

extension [Tender] {
  /// What came in altogether.
  public var total: Money { reduce(.zero) { $0 + $1.amount } }

  /// What came in by each method, in the order in which the methods came.
  public var byMethod: [Tender] {
    var sums: [Tender] = []
    for tender in self {
      if let index = sums.firstIndex(where: { $0.method == tender.method }) {
        sums[index] = Tender(method: tender.method, amount: sums[index].amount + tender.amount)
      } else {
        sums.append(tender)
      }
    }
    return sums
  }
}
