internal import CLibPQ

/// What a statement returned.
public final class Rows: RandomAccessCollection {
  let result: OpaquePointer?

  /// The first row's index, zero.
  public let startIndex = 0
  /// The number of rows.
  public let endIndex: Int

  /// Takes over `result`, which is freed also when this throws.
  init(_ result: OpaquePointer?, of connection: OpaquePointer) throws(PostgresError) {
    self.result = result
    self.endIndex = Int(PQntuples(result))
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: break
    case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
      throw PostgresError(message: "COPY needs copyIn or copyOut")
    default: throw PostgresError(result, of: connection)
    }
  }

  /// Takes over a single row of a statement that still sends.
  init(row result: OpaquePointer) {
    self.result = result
    endIndex = 1
  }

  deinit { PQclear(result) }

  /// The row at a position counted from zero.
  public subscript(index: Int) -> Row {
    precondition(indices.contains(index), "row \(index) of \(count)")
    return Row(rows: self, index: Int32(index))
  }

  /// How many rows the statement inserted, changed, deleted or selected.
  public var affected: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

  /// The names of the columns, left to right.
  public var columnNames: [String] {
    (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }
  }

  /// The word by which the server says what it has done, such as `COMMIT`.
  var command: String { String(cString: PQcmdStatus(result)) }

  /// The only row, where there must be exactly one.
  ///
  /// - Throws: `PostgresError` of origin `client` when there is none, or more than one.
  public func single() throws(PostgresError) -> Row {
    guard count == 1 else { throw PostgresError(message: "one row was due, \(count) came") }
    return self[0]
  }
}
