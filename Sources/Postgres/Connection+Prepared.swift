internal import CLibPQ

extension Connection {
  /// Has the server parse a statement once, for a path that runs it often.
  ///
  /// Preparing the same text under the same name again costs nothing.
  public func prepare(_ name: String, _ sql: String) throws(PostgresError) {
    if prepared[name] == sql { return }
    let result = try withCStrings([name, sql]) { PQprepare(handle, $0[0], $0[1], 0, nil) }
    _ = try Rows(result, of: handle)
    prepared[name] = sql
  }

  /// Runs a prepared statement with values in PostgreSQL's text format; `nil` is NULL.
  @discardableResult
  public func execute(prepared name: String, values: [String?]) throws(PostgresError) -> Rows {
    let result = try withCStrings([name] + values) { texts in
      PQexecPrepared(
        handle, texts[0], Int32(values.count), texts.baseAddress?.advanced(by: 1), nil, nil, 0)
    }
    return try Rows(result, of: handle)
  }

  /// Runs a prepared statement.
  ///
  ///     try database.execute(prepared: "sell", sku, pieces)
  @discardableResult
  public func execute<each Value: PostgresEncodable>(
    prepared name: String, _ value: repeat each Value
  ) throws(PostgresError) -> Rows {
    var values: [String?] = []
    for value in repeat each value { values.append(value.postgres) }
    return try execute(prepared: name, values: values)
  }
}
