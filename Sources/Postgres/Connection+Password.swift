internal import CLibPQ

extension Connection {
  /// Hashes a password by SCRAM as the server keeps it, so that the password itself is never sent or logged.
  ///
  /// - Throws: `PostgresError`.
  public func hashed(password: String, of login: String) throws(PostgresError) -> String {
    let verifier = try withCStrings([password, login]) { texts in
      PQencryptPasswordConn(handle, texts[0], texts[1], "scram-sha-256")
    }
    guard let verifier else {
      throw PostgresError(message: String(cString: PQerrorMessage(handle)))
    }
    defer { PQfreemem(verifier) }
    return String(cString: verifier)
  }
}
