/// The two forms in which PostgreSQL quotes what cannot travel as a parameter.
enum Quoting {
  static func identifier(_ name: String) -> String {
    "\"" + doubling("\"", in: name) + "\""
  }

  /// Quotes text so that it is safe whatever `standard_conforming_strings` says.
  static func literal(_ text: String) -> String {
    let quoted = "'" + doubling("\\", in: doubling("'", in: text)) + "'"
    return text.utf8.contains(UInt8(ascii: "\\")) ? " E" + quoted : quoted
  }

  // Scalars, not characters: a quote with a combining mark after it is still a quote to SQL.
  private static func doubling(_ mark: Unicode.Scalar, in text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == mark { result.append(mark) }
      result.append(scalar)
    }
    return String(result)
  }
}

extension Connection {
  /// Quotes the name of a table, a schema, a column or a role.
  public func quote(identifier: String) -> String { Quoting.identifier(identifier) }

  /// Quotes a text for the few commands that take no parameters, such as `COMMENT` and `SET`.
  public func quote(literal: String) -> String { Quoting.literal(literal) }
}
