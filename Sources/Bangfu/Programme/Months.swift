internal import Postgres

/// The book months.
public struct Months {
  let session: Session

  /// Opens a month, given as its first day `YYYY-MM-DD`; one that is there already stays as it is.
  func open(_ firstDay: String) throws {
    try session.execute("SELECT open_book_month(\(firstDay)::date)")
  }
}
