internal import CLibPQ

extension Connection {
  /// How much of what others do meanwhile a transaction sees.
  public enum Isolation: String, Sendable {
    /// Each statement sees what was committed when it began.
    case readCommitted = "READ COMMITTED"
    /// All statements see what was committed when the first began.
    case repeatableRead = "REPEATABLE READ"
    /// As if the transactions ran one after the other.
    case serializable = "SERIALIZABLE"
  }

  /// Whether a transaction is open.
  public var isInTransaction: Bool {
    let status = PQtransactionStatus(handle)
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
  }

  /// Runs `body` in a transaction that commits when it returns, and rolls back when it throws.
  ///
  /// A transaction that lost to another one (`PostgresError.isRetryable`) is run again, `body`
  /// included: where `body` reads from something that can be read only once, say `tries: 1`.
  ///
  /// - Throws: what `body` throws; `25001` inside another transaction; `25P02` when `body`
  ///   has swallowed an error, since the server then keeps nothing.
  @discardableResult
  public func transaction<T>(
    _ isolation: Isolation = .readCommitted, tries: Int = 5, _ body: () throws -> T
  ) throws -> T {
    if isInTransaction {
      throw PostgresError(message: "a transaction is already open", sqlState: "25001")
    }
    for attempt in 1..<max(tries, 1) {
      do {
        return try once(isolation, body)
      } catch let error as PostgresError where error.isRetryable {
        Moment.sleep(Int.random(in: 1...(10 * attempt)))
      }
    }
    return try once(isolation, body)
  }

  private func once<T>(_ isolation: Isolation, _ body: () throws -> T) throws -> T {
    try run(script: "BEGIN ISOLATION LEVEL \(isolation.rawValue); \(beginning)")
    do {
      let value = try body()
      try commit()
      return value
    } catch {
      if isInTransaction { _ = try? run(script: "ROLLBACK") }
      throw error
    }
  }

  /// Commits, and does not take the server's polite `ROLLBACK` for an answer.
  private func commit() throws(PostgresError) {
    let done = try Rows(PQexec(handle, "COMMIT"), of: handle)
    if done.command == "COMMIT" { return }
    throw PostgresError(
      message: "the transaction had failed and was rolled back", origin: .server,
      sqlState: "25P02")
  }
}
