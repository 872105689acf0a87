internal import CLibPQ

extension Connection {
  /// Runs `COPY … FROM STDIN` with what `body` writes, and returns how many rows arrived.
  ///
  /// When `body` throws, the COPY ends as failed, nothing is kept and the error goes on.
  @discardableResult
  public func copyIn(
    into statement: String, body: (borrowing CopyWriter) throws -> Void
  ) throws -> Int {
    try begin(statement, expecting: PGRES_COPY_IN)
    do {
      try body(CopyWriter(handle: handle))
    } catch {
      PQputCopyEnd(handle, "the sender gave up")
      do { _ = try finish() } catch let refusal where error is PostgresError {
        // The server gave up first, and its answer says why: a full disk, for one.
        if refusal.sqlState != nil { throw refusal }
      } catch {}
      throw error
    }
    if PQputCopyEnd(handle, nil) != 1 { throw PostgresError(nil, of: handle) }
    return try finish()
  }

  /// Runs `COPY … TO STDOUT`, lends each row to `body`, and returns how many there were.
  ///
  /// A row comes as the server formats it, with its line feed. When `body` throws, the statement
  /// is cancelled and the error goes on.
  @discardableResult
  public func copyOut(_ statement: String, body: (Span<UInt8>) throws -> Void) throws -> Int {
    try begin(statement, expecting: PGRES_COPY_OUT)
    do {
      while try withNextCopyRow(body) {}
    } catch {
      cancel()
      while (try? withNextCopyRow { _ in }) == true {}
      _ = try? finish()
      throw error
    }
    return try finish()
  }

  /// Asks the server to stop the statement that runs in this session.
  func cancel() {
    guard let request = PQgetCancel(handle) else { return }
    var reason = [CChar](repeating: 0, count: 256)
    PQcancel(request, &reason, 256)
    PQfreeCancel(request)
  }

  private func begin(_ statement: String, expecting status: ExecStatusType) throws(PostgresError) {
    let result = try withCStrings([statement]) { PQexec(handle, $0[0]) }
    if PQresultStatus(result) == status {
      PQclear(result)
      return
    }
    _ = try Rows(result, of: handle)
    throw PostgresError(message: "the statement is not a COPY")
  }

  /// Hands on the next row; returns whether there was one.
  private func withNextCopyRow(_ body: (Span<UInt8>) throws -> Void) throws -> Bool {
    var buffer: UnsafeMutablePointer<CChar>?
    let count = PQgetCopyData(handle, &buffer, 0)
    guard count > 0, let buffer else { return false }
    defer { PQfreemem(buffer) }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: Int(count))
    try body(Span(_unsafeElements: bytes.bindMemory(to: UInt8.self)))
    return true
  }

  /// Reads results until there are none, without which the next statement would fail.
  private func finish() throws(PostgresError) -> Int {
    let result = PQgetResult(handle)
    while let extra = PQgetResult(handle) { PQclear(extra) }
    return try Rows(result, of: handle).affected
  }
}
