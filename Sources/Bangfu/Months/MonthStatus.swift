public import Domain

/// How a month stands.
public struct MonthStatus: Equatable, Sendable {
  /// The month.
  public let month: Month
  /// Whether it is closed.
  public let isClosed: Bool
  /// What hinders it from being closed, or was signed for when it was.
  public let points: [MonthPoint]
}

/// Something that hinders a month from being closed.
public struct MonthPoint: Equatable, Sendable {
  /// What a signature names it by; it changes with whatever the point is about.
  public let key: String
  /// What it is, such as `file_missing`, and of which channel; empty where it is of none.
  public let kind: String, channel: String
  /// How many days, rows or lines it is about.
  public let many: Int
  /// The yuan it is about; nil where it is about none.
  public let amount: Money?
  /// The first of what it is about.
  public let example: String
  /// The command that mends it, or shows what is to be mended; empty once the month is closed.
  public let command: String
  /// Why it was signed for; nil where nobody has.
  public let reason: String?
}

/// A month that was closed.
public struct MonthClose: Equatable, Sendable {
  /// The act's number.
  public let number: Int64
  /// The month.
  public let month: Month
  /// The documents and lines it holds.
  public let documents: Int, lines: Int
  /// What it holds, in yuan.
  public let gross: Money, refunds: Money
  /// How many points were signed for.
  public let signed: Int
}
