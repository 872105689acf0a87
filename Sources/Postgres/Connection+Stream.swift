internal import CLibPQ

/// Rows that are handed over while the server still sends.
extension Connection {
  /// Runs a query, lends each row to `body` as it comes, and returns how many there were.
  ///
  /// A row lives until `body` returns. When `body` throws, the statement is cancelled and the error goes on. Meanwhile
  /// nothing else may be run.
  @discardableResult
  public func forEachRow(of query: Query, _ body: (Row) throws -> Void) throws -> Int {
    let sent = try withCStrings([query.sql] + query.values) { texts in
      PQsendQueryParams(
        handle, texts[0], Int32(query.values.count), nil, texts.baseAddress?.advanced(by: 1),
        nil, nil, 0)
    }
    guard sent == 1, PQsetSingleRowMode(handle) == 1 else { throw PostgresError(nil, of: handle) }
    defer { while let rest = PQgetResult(handle) { PQclear(rest) } }
    var count = 0
    while let result = PQgetResult(handle) {
      // The last one has no row, and says how the statement ended.
      guard PQresultStatus(result) == PGRES_SINGLE_TUPLE else {
        _ = try Rows(result, of: handle)
        break
      }
      count += 1
      do {
        try body(Row(rows: Rows(row: result), index: 0))
      } catch {
        cancel()
        throw error
      }
    }
    return count
  }
}
