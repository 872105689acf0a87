extension FixedPoint {
  /// Reads the number from its text.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let number = Self(text) else { throw Problem("database_number", ["text": text]) }
    self = number
  }

  /// Writes the number as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Money: Codable {}
extension Quantity: Codable {}

extension UnitRatio: Codable {
  /// Reads the ratio from its text.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let ratio = UnitRatio(text) else { throw Problem("database_number", ["text": text]) }
    self = ratio
  }

  /// Writes the ratio as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode("\(numerator)/\(denominator)")
  }
}
