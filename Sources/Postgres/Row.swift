internal import CLibPQ

/// One row of what a statement returned.
public struct Row {
  let rows: Rows
  let index: Int32

  /// The text of a column counted from zero; `nil` is NULL.
  public func text(_ column: Int) -> String? {
    precondition((0..<PQnfields(rows.result)).contains(Int32(column)), "no column \(column)")
    return text(at: Int32(column))
  }

  /// Decodes a column counted from zero; for rows by the hundred thousand, which a tuple would slow down.
  ///
  /// - Throws: `PostgresError` of origin `client` that names the column that does not fit.
  @inlinable
  public func value<C: PostgresDecodable>(
    _ column: Int, as type: C.Type = C.self
  ) throws(PostgresError) -> C {
    let text = text(column)
    if let value = C(postgres: text) { return value }
    throw misfit(column, text, "\(type)")
  }

  /// Decodes the columns, left to right, as a tuple.
  ///
  ///     let (name, pieces) = try row.decode((String, Int64).self)
  ///
  /// - Parameters:
  ///   - type: the types of the columns.
  ///   - first: the column to begin with, counted from zero.
  /// - Returns: a value a column.
  /// - Throws: `PostgresError` of origin `client` that names the column that does not fit.
  public func decode<each Column: PostgresDecodable>(
    _ type: (repeat each Column).Type = (repeat each Column).self, from first: Int = 0
  ) throws(PostgresError) -> (repeat each Column) {
    var column = Int32(first)
    return (repeat try next((each Column).self, &column))
  }

  private func next<C: PostgresDecodable>(
    _: C.Type, _ column: inout Int32
  ) throws(PostgresError) -> C {
    defer { column += 1 }
    guard column < PQnfields(rows.result) else {
      throw PostgresError(message: "column \(column + 1): the row has \(column) columns")
    }
    return try value(Int(column))
  }

  @usableFromInline
  func misfit(_ column: Int, _ text: String?, _ type: String) -> PostgresError {
    let name = String(cString: PQfname(rows.result, Int32(column)))
    return PostgresError(
      message: "column \(column + 1) (\(name)): \(text ?? "NULL") is not a \(type)")
  }

  private func text(at column: Int32) -> String? {
    guard PQgetisnull(rows.result, index, column) == 0 else { return nil }
    let bytes = UnsafeRawBufferPointer(
      start: PQgetvalue(rows.result, index, column),
      count: Int(PQgetlength(rows.result, index, column)))
    return String(decoding: bytes, as: UTF8.self)
  }
}
