extension Int: PostgresCodable {}
extension Int16: PostgresCodable {}
extension Int32: PostgresCodable {}
extension Int64: PostgresCodable {}
extension UInt8: PostgresCodable {}
extension Double: PostgresCodable {}

extension String: PostgresCodable {
  /// The text.
  @inlinable public var postgres: String? { self }

  /// Takes the text as it is.
  @inlinable
  public init?(postgres text: String?) {
    guard let text else { return nil }
    self = text
  }
}

extension Substring: PostgresEncodable {
  /// The characters.
  public var postgres: String? { String(self) }
}

extension Bool: PostgresCodable {
  /// `t` or `f`, as the server writes it.
  public var postgres: String? { self ? "t" : "f" }

  /// Reads `t` or `f`.
  public init?(postgres text: String?) {
    switch text {
    case "t": self = true
    case "f": self = false
    default: return nil
    }
  }
}
