/// SQL text whose interpolated values travel apart from it, as `$1`, `$2`, ….
///
///     database.execute("SELECT name FROM product WHERE sku = \(sku)")
public struct Query: ExpressibleByStringInterpolation, Sendable, Equatable {
  /// The text that is sent.
  public var sql: String
  /// The values of `$1`, `$2`, …, in PostgreSQL's text format; `nil` is NULL.
  public var values: [String?] = []

  /// Makes a query without values from a literal.
  public init(stringLiteral sql: String) { self.sql = sql }

  /// Makes a query from a literal with values in it.
  public init(stringInterpolation: StringInterpolation) {
    sql = stringInterpolation.sql
    values = stringInterpolation.values
  }

  /// Makes a query from text that was put together elsewhere.
  ///
  /// Nothing guards against words that do not belong there: never pass what a user has typed.
  public init(unsafeSQL sql: String, values: [String?] = []) {
    self.sql = sql
    self.values = values
  }
}

extension Query {
  /// The parts of a query while it is being put together.
  public struct StringInterpolation: StringInterpolationProtocol {
    var sql = ""
    var values: [String?] = []

    /// Starts an empty query.
    public init(literalCapacity: Int, interpolationCount: Int) {
      sql.reserveCapacity(literalCapacity + 3 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    /// Adds SQL that stands in the source.
    public mutating func appendLiteral(_ literal: String) { sql += literal }

    /// Adds a value, which travels apart from the text.
    public mutating func appendInterpolation(_ value: some PostgresEncodable) {
      values.append(value.postgres)
      sql += "$\(values.count)"
    }

    /// Adds a value that may be NULL.
    ///
    /// Without this one the compiler takes an optional for an oversight.
    public mutating func appendInterpolation(_ value: (some PostgresEncodable)?) {
      values.append(value?.postgres)
      sql += "$\(values.count)"
    }

    /// Adds the name of a table, a column or the like, in quotes.
    public mutating func appendInterpolation(identifier: String) {
      sql += Quoting.identifier(identifier)
    }

    /// Adds SQL as it is; never pass what a user has typed.
    public mutating func appendInterpolation(unescaped: String) { sql += unescaped }
  }
}
