public import ArgumentParser
public import Bangfu
public import Domain

extension BusinessDay: ExpressibleByArgument {
  /// Reads a day as people type it.
  public init?(argument: String) { self.init(typed: argument) }
}

extension Month: ExpressibleByArgument {
  /// Reads a month as people type it.
  public init?(argument: String) { self.init(typed: argument) }
}

extension Instant: ExpressibleByArgument {
  /// Reads a time as people type it; without a day it is of today.
  public init?(argument: String) { self.init(typed: argument, today: Today.day) }
}

extension Weekdays: ExpressibleByArgument {
  /// Reads days of the week as people type them.
  public init?(argument: String) { self.init(typed: argument) }
}

extension MarginDimension: ExpressibleByArgument {}
extension SessionDimension: ExpressibleByArgument {}
extension ReserveDimension: ExpressibleByArgument {}
extension SupermarketKind: ExpressibleByArgument {}
extension TourismDimension: ExpressibleByArgument {}
extension ReconciliationDimension: ExpressibleByArgument {}

extension Person.Role: ExpressibleByArgument {}
