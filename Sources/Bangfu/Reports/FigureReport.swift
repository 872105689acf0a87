public import Domain

/// The sums that lead from the sales to the figure, in yuan: gross − refunds − duplicates − excluded − pending = counted.
public struct FigureBridge: Equatable, Sendable {
  /// What was sold, and what of it was refunded.
  public let gross: Money, refunds: Money
  /// What does not count: reported twice, of other origin, not known well enough yet.
  public let duplicates: Money, excluded: Money, pending: Money
  /// The figure.
  public let counted: Money
}

/// On what a month is reported.
public enum ReportBasis: Equatable, Sendable {
  /// As it is booked, and restated.
  case booked
  /// As a version of its figure said.
  case published(Int)
  /// What was known at the end of a day of its own days, wherever that is booked.
  case known(BusinessDay)
}

/// One row of a breakdown.
public struct BreakdownRow: Equatable, Sendable {
  /// What a row without a code is missing.
  public enum Missing: String, Sendable {
    /// Its listing is mapped to no product.
    case listing
    /// Its product has no supplier.
    case supplier
  }

  /// The code of the channel, product or supplier, or the day; empty where it is missing.
  public let code: String
  /// The name; empty for days.
  public let name: String
  /// How many base units of a product were sold less what came back; nil where the row is of no product.
  public let quantity: Quantity?, unit: String?
  /// The sums of the row.
  public let sums: FigureBridge
  /// What it is missing; nil where it has a code.
  public let missing: Missing?
}

/// The time that the figure is reported of.
public enum FigureTime: Equatable, Sendable {
  /// A book month, by day.
  case month(Month)
  /// The book months of a year.
  case year(Int)

  /// The time as the period of other reports.
  public var period: ReportPeriod {
    switch self {
    case .month(let month): .month(month)
    case .year(let year): .year(year)
    }
  }
}

/// The report of a month or a year: the headline from document totals, the breakdowns from lines.
public struct FigureReport: Sendable {
  /// The month or the year.
  public let time: FigureTime
  /// The sums of it.
  public let headline: FigureBridge
  /// A row a channel, product, supplier, and a day or a month.
  public let byChannel: [BreakdownRow], byProduct: [BreakdownRow], bySupplier: [BreakdownRow],
    byTime: [BreakdownRow]
  /// The target whose period holds the month's end, and how far it is.
  public let target: TargetProgress?
  /// After-sale cases of the month's days that find nothing to refund yet, and their cash: not in the figure.
  public let waitingCases: Int, waitingCash: Money
  /// Signed agreements of the month's days, and their yuan: no sales, in no sum.
  public let agreements: Int, agreed: Money
  /// Groups of sales that may be reported twice and nobody has decided, and by how many yuan the figure would fall if they
  /// were.
  public let undecided: Int, atRisk: Money
  /// Whether every breakdown adds up to the headline.
  public let reconciles: Bool
  /// With a proof: what the facts, added up anew, do not agree with; empty where all agrees.
  public let differences: [String]?
}

/// How far a target is.
public struct TargetProgress: Sendable {
  /// The period.
  public let from: String, to: String
  /// The day it is reckoned to: the month's end, or today inside it.
  public let asOf: String
  /// What was promised, what is counted so far, what remains, in yuan.
  public let amount: Money, countedToDate: Money, remaining: Money
  /// Counted of promised, in hundredths of a percent, as text: `12.34`.
  public let percent: String
  /// Days of the period after `asOf`.
  public let daysLeft: Int
  /// Yuan a day that would reach the target; nil where no day is left.
  public let requiredPerDay: Money?
}
