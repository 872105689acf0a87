/// A value of which an array can travel, as PostgreSQL's array or, for bytes, as its `bytea`.
public protocol PostgresArrayElement: PostgresCodable {
  /// The text of a whole array.
  static func postgres(array: [Self]) -> String
  /// Reads the text of a whole array; returns `nil` when it does not fit.
  static func array(postgres text: String) -> [Self]?
}

extension PostgresArrayElement {
  /// The array as PostgreSQL writes it, such as `{"a","b"}`.
  public static func postgres(array: [Self]) -> String {
    ArrayLiteral.encode(array.lazy.map { $0.postgres })
  }

  /// Reads an array of one dimension.
  public static func array(postgres text: String) -> [Self]? {
    guard let texts = ArrayLiteral.decode(text) else { return nil }
    var values: [Self] = []
    values.reserveCapacity(texts.count)
    for text in texts {
      guard let value = Self(postgres: text) else { return nil }
      values.append(value)
    }
    return values
  }
}

extension Int: PostgresArrayElement {}
extension Int16: PostgresArrayElement {}
extension Int32: PostgresArrayElement {}
extension Int64: PostgresArrayElement {}
extension Double: PostgresArrayElement {}
extension String: PostgresArrayElement {}
extension Bool: PostgresArrayElement {}
extension Optional: PostgresArrayElement where Wrapped: PostgresArrayElement {}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
  /// The text of the array.
  public var postgres: String? { Element.postgres(array: self) }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
  /// Reads an array; NULL is not one.
  public init?(postgres text: String?) {
    guard let text, let array = Element.array(postgres: text) else { return nil }
    self = array
  }
}

/// An array of `bytea`; arrays of other arrays have no conformance, since PostgreSQL has none.
extension Array: PostgresArrayElement where Element == UInt8 {}
