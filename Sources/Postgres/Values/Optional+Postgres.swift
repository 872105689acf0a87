extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
  /// NULL, or the value in PostgreSQL's text format.
  public var postgres: String? { self?.postgres }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
  /// Reads NULL as `nil`, and anything else as the value, which must fit.
  @inlinable
  public init?(postgres text: String?) {
    guard let text else {
      self = .none
      return
    }
    guard let value = Wrapped(postgres: text) else { return nil }
    self = .some(value)
  }
}
