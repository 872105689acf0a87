/// A value that can travel to the server as text.
public protocol PostgresEncodable {
  /// The value in PostgreSQL's text format; `nil` is NULL.
  var postgres: String? { get }
}

/// A value that can be read from the server's text.
public protocol PostgresDecodable {
  /// Reads a column's text, where `nil` is NULL; returns `nil` when it does not fit.
  init?(postgres text: String?)
}

/// A value that is sent and read.
public typealias PostgresCodable = PostgresEncodable & PostgresDecodable

extension PostgresEncodable where Self: CustomStringConvertible {
  /// The description of the value.
  public var postgres: String? { description }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
  /// The raw value in PostgreSQL's text format.
  public var postgres: String? { rawValue.postgres }
}

extension PostgresEncodable
where Self: RawRepresentable & CustomStringConvertible, RawValue: PostgresEncodable {
  /// The raw value in PostgreSQL's text format.
  public var postgres: String? { rawValue.postgres }
}

extension PostgresDecodable where Self: LosslessStringConvertible {
  /// Reads the value as its own initialiser does.
  public init?(postgres text: String?) {
    guard let text else { return nil }
    self.init(text)
  }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
  /// Reads the raw value, and refuses one that stands for nothing.
  public init?(postgres text: String?) {
    guard let raw = RawValue(postgres: text) else { return nil }
    self.init(rawValue: raw)
  }
}

extension PostgresDecodable
where Self: RawRepresentable & LosslessStringConvertible, RawValue: PostgresDecodable {
  /// Reads the raw value, and refuses one that stands for nothing.
  public init?(postgres text: String?) {
    guard let raw = RawValue(postgres: text) else { return nil }
    self.init(rawValue: raw)
  }
}
