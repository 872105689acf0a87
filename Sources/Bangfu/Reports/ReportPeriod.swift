public import Domain

/// The time that a report is of.
public enum ReportPeriod: Equatable, Sendable {
  /// A book month: what was booked in it.
  case month(Month)
  /// The book months of a year.
  case year(Int)
  /// Days, both included: what happened on them.
  case days(from: BusinessDay, to: BusinessDay)

  /// The first book month as its first day; nil where the period is days.
  var month: String? {
    if case .days = self { nil } else { firstDay }
  }

  /// The first day, `YYYY-MM-DD`.
  public var firstDay: String {
    switch self {
    case .month(let month): month.firstDay
    case .year(let year): "\(year)-01-01"
    case .days(let from, _): from.description
    }
  }

  /// The last day, `YYYY-MM-DD`.
  public var lastDay: String {
    switch self {
    case .month(let month): month.lastDay
    case .year(let year): "\(year)-12-31"
    case .days(_, let to): to.description
    }
  }
}
