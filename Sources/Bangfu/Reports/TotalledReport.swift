/// Rows with what they add up to; the database adds.
public struct TotalledReport: Equatable, Sendable {
  /// The rows.
  public let rows: Listed
  /// One row of the same columns: the total.
  public let total: Listed

  /// Takes rows of which the last is the total.
  init(_ listed: Listed) {
    rows = Listed(keys: listed.keys, rows: Array(listed.rows.dropLast()))
    total = Listed(keys: listed.keys, rows: Array(listed.rows.suffix(1)))
  }

  /// The rows with the total as the last one, named in the first column.
  public func listed(total word: String) -> Listed {
    var listed = rows
    for var last in total.rows {
      last[0] = word
      listed.rows.append(last)
    }
    return listed
  }
}
