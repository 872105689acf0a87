public import Domain

/// The time that a report is of.
public enum ReportPeriod: Equatable, Sendable {
  /// A book month: what was booked in it.
  case month(Month)
  /// Days, both included: what happened on them.
  case days(from: BusinessDay, to: BusinessDay)

  /// The book month as its first day; nil where the period is days.
  var month: String? {
    if case .month(let month) = self { month.firstDay } else { nil }
  }

  /// The first day, `YYYY-MM-DD`.
  public var firstDay: String {
    switch self {
    case .month(let month): month.firstDay
    case .days(let from, _): from.description
    }
  }

  /// The last day, `YYYY-MM-DD`.
  public var lastDay: String {
    switch self {
    case .month(let month): month.lastDay
    case .days(_, let to): to.description
    }
  }
}
