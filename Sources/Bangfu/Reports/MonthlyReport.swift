public import Domain

/// The month's report: the headline from document totals, the breakdowns from lines, in yuan.
public struct MonthlyReport: Sendable {
  /// The keys of the sums that lead from the sales to the figure, each less than the one before by the next: headline
  /// and breakdowns have the same.
  public static let bridge = ["gross", "refunds", "duplicates", "excluded", "pending", "counted"]

  /// The book month.
  public let month: Month
  /// gross − refunds − duplicates − excluded − pending = counted.
  public let gross: Money, refunds: Money, duplicates: Money, excluded: Money, pending: Money,
    counted: Money
  /// A row a channel, product, supplier, day: keys end in those of `bridge`; where there is no code, `missing` says of what:
  /// `listing` (mapped to no product) or `supplier`.
  public let byChannel: Listed, byProduct: Listed, bySupplier: Listed, byDay: Listed
  /// The target whose period holds the month's end, and how far it is.
  public let target: TargetProgress?
  /// After-sale cases of the month's days that find nothing to take back yet, and their cash: not in the figure.
  public let waitingCases: Int, waitingCash: Money
  /// Signed agreements of the month's days, and their yuan: no sales, in no sum.
  public let agreements: Int, agreed: Money
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
