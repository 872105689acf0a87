public import Domain

/// The period of a sheet whose rows have no days: from its title.
public struct SheetPeriod: Equatable, Sendable {
  /// A part of it in one month.
  public struct Part: Equatable, Sendable {
    /// Its last day, on which what it sold is booked.
    public let lastDay: BusinessDay
    /// How many days it has.
    public let days: Int64
  }

  /// Its first and last day.
  public let first: BusinessDay, last: BusinessDay
  /// Its parts by month, in order.
  public let parts: [Part]

  /// Whether it lies in several months.
  public var crossesMonths: Bool { parts.count > 1 }

  /// Finds the period that the rows above the header name; nil where rows have days, or none is named.
  public init?(of layout: Layout) {
    guard layout.profile.isSheet, !layout.profile.sold.contains(where: layout.has),
      let (first, last) = SheetDay.period(in: layout.preamble),
      let from = BusinessDay(first), let to = BusinessDay(last), from <= to,
      to.number - from.number < 400
    else { return nil }
    self.init(from: from, to: to)
  }

  /// Cuts days into months.
  init(from: BusinessDay, to: BusinessDay) {
    (first, last) = (from, to)
    let days = (from.number...to.number).compactMap { BusinessDay(number: $0) }
    parts = days.reduce(into: []) { parts, day in
      if let part = parts.last, part.lastDay.year == day.year, part.lastDay.month == day.month {
        parts[parts.count - 1] = Part(lastDay: day, days: part.days + 1)
      } else {
        parts.append(Part(lastDay: day, days: 1))
      }
    }
  }
}
