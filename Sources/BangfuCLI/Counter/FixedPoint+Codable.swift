public import Domain

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
