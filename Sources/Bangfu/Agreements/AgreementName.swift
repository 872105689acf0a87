/// How an agreement is named.
public enum AgreementName: Equatable, Sendable, CustomStringConvertible {
  /// One that somebody entered, by its number.
  case number(Int64)
  /// One that an imported sheet reports, by the sheet's order; the channel's code where several have such an order.
  case order(String, channel: String?)

  /// Reads a number, or else the order of a sheet.
  public init(_ text: String, channel: String? = nil) {
    self = Int64(text).map { .number($0) } ?? .order(text, channel: channel)
  }

  /// The number; nil for an order of a sheet.
  var number: Int64? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The sheet's order; nil for a number.
  var order: String? {
    if case .order(let order, channel: _) = self { order } else { nil }
  }

  /// The channel of the sheet's order, where it is given.
  var channel: String? {
    if case .order(_, let channel) = self { channel } else { nil }
  }

  /// The number or the order.
  public var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .order(let order, channel: _): order
    }
  }
}
