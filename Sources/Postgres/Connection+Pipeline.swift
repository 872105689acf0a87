internal import CLibPQ

/// Statements that are sent before the ones ahead of them have answered, so that neither side waits.
///
/// The server runs them one after the other, each in a transaction of its own; one that fails does
/// not hinder the next. Until all are received, nothing else may be run.
extension Connection {
  /// Sends a prepared statement, and does not wait for its rows.
  public func send(prepared name: String, values: [String?]) throws(PostgresError) {
    guard inFlight > 0 || PQenterPipelineMode(handle) == 1 else {
      throw PostgresError(nil, of: handle)
    }
    let sent = try withCStrings([name] + values) { texts in
      PQsendQueryPrepared(
        handle, texts[0], Int32(values.count), texts.baseAddress?.advanced(by: 1), nil, nil, 0)
    }
    inFlight += 1
    guard sent == 1, PQpipelineSync(handle) == 1 else { throw PostgresError(nil, of: handle) }
  }

  /// Waits for the rows of the statement that was sent first.
  public func receive() throws(PostgresError) -> Rows {
    precondition(inFlight > 0, "nothing was sent")
    let result = PQgetResult(handle)
    // After the rows comes a null pointer, and then the end of the transaction.
    while case let rest = PQgetResult(handle), rest != nil || PQstatus(handle) == CONNECTION_OK {
      let status = PQresultStatus(rest)
      PQclear(rest)
      if status == PGRES_PIPELINE_SYNC { break }
    }
    inFlight -= 1
    if inFlight == 0 { _ = PQexitPipelineMode(handle) }
    return try Rows(result, of: handle)
  }
}
