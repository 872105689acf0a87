internal import CLibPQ

extension PostgresError {
  /// Reads the error that `result` carries, or the one of the session when there is no result.
  init(_ result: OpaquePointer?, of connection: OpaquePointer) {
    func field(_ code: Unicode.Scalar) -> String? {
      guard let text = PQresultErrorField(result, Int32(code.value)) else { return nil }
      let field = String(cString: text)
      return field.isEmpty ? nil : field
    }
    // A fatal error ends the session, of which the client hears a moment later; this name of it is never translated.
    let lost = PQstatus(connection) == CONNECTION_BAD || ["FATAL", "PANIC"].contains(field("V"))
    self.init(
      message: field("M") ?? String(cString: PQerrorMessage(connection)).withoutLastNewline,
      origin: lost ? .lost : .server, sqlState: field("C"))
    detail = field("D")
    hint = field("H")
    schema = field("s")
    table = field("t")
    column = field("c")
    context = field("W")
    position = field("P").flatMap { Int($0) }
    constraint = field("n") ?? constraintInMessage
  }

  /// Reads why `connection` could not be opened from libpq's verbose text.
  ///
  /// libpq has no field for the code of a refused connection: it stands in the text, after the
  /// severity, as in `… failed: FATAL:  3D000: database "x" does not exist`.
  init(refused connection: OpaquePointer) {
    let text = String(cString: PQerrorMessage(connection)).withoutLastNewline
    self.init(message: text, origin: .connection)
    func word(_ value: UnsafeMutablePointer<CChar>?) -> String? {
      value.map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    needsPassword = PQconnectionNeedsPassword(connection) != 0
    (database, user) = (word(PQdb(connection)), word(PQuser(connection)))
    server = word(PQhost(connection)).map { host in
      host.hasPrefix("/") ? host : host + (word(PQport(connection)).map { ":" + $0 } ?? "")
    }
    let bytes = Array(text.utf8)
    guard let state = PostgresError.codeRange(in: bytes) else { return }
    sqlState = String(decoding: bytes[state], as: UTF8.self)
    let rest = bytes[(state.upperBound + 2)...]
    let withoutLocation = rest.lastIndex(of: UInt8(ascii: "\n")).map { rest[..<$0] } ?? rest
    message = String(decoding: bytes[..<state.lowerBound] + withoutLocation, as: UTF8.self)
  }

  /// Finds five capitals or digits between a colon with two spaces and a colon with one.
  private static func codeRange(in bytes: [UInt8]) -> Range<Int>? {
    let colon = UInt8(ascii: ":")
    let space = UInt8(ascii: " ")
    guard bytes.count > 10 else { return nil }
    for start in 3..<(bytes.count - 7)
    where bytes[start - 3] == colon && bytes[start - 2] == space && bytes[start - 1] == space
      && bytes[start + 5] == colon && bytes[start + 6] == space
      && bytes[start..<(start + 5)].allSatisfy({ (48...57) ~= $0 || (65...90) ~= $0 })
    {
      return start..<(start + 5)
    }
    return nil
  }

  /// The constraint that the message quotes last, without a trailing `_digits`.
  ///
  /// Citus leaves the field empty and names the constraint of the shard, as in `name_102080`.
  private var constraintInMessage: String? {
    guard let sqlState, sqlState.hasPrefix("23"), sqlState != "23502" else { return nil }
    let parts = message.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    let name = parts[parts.count - 2]
    let stem = name.reversed().drop { $0.isASCII && $0.isNumber }
    guard stem.count < name.count, stem.first == "_" else { return String(name) }
    return String(stem.dropFirst().reversed())
  }
}

extension String {
  fileprivate var withoutLastNewline: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
