public import Domain

/// How fast the programme goes towards its target.
public struct Pace: Sendable {
  /// The target, and the day that it is reckoned to.
  public let from: BusinessDay, to: BusinessDay, amount: Money, today: BusinessDay
  /// What is counted, what of it is inside its channel's return window, what goes back of that by experience; pending.
  public let counted: Money, atRisk: Money, expectedBack: Money, pending: Money
  /// What each day and each week that is left needs; nil where none is left.
  public let neededADay: Money?, neededAWeek: Money?
  /// What the end of the period will have counted, and its range of 80 %; nil where too few weeks are known.
  public let expected: Money?, low: Money?, high: Money?
  /// The last day that the forecast takes as known, and how far forecasts of months past were off, in percent.
  public let knownUntil: BusinessDay?, error: Double?
  /// The months of the period.
  public let months: [Month]
  /// The channels.
  public let channels: [Channel]

  /// A month of the period.
  public struct Month: Equatable, Sendable {
    /// The month.
    public let month: String
    /// What it was to count by the plan, what it did; yuan.
    public let plan: Money, counted: Money
  }

  /// A channel.
  public struct Channel: Equatable, Sendable {
    /// Its code and name.
    public let code: String, name: String
    /// What it counted in the period, on a day of the last four weeks that are known, and what is at risk of it.
    public let counted: Money, aDay: Money, atRisk: Money
    /// What of its sales went back in a year, in percent, and after how many days nine tenths of that had.
    public let backPercent: Double, window: Int
    /// Until when it is known.
    public let knownUntil: BusinessDay
    /// Whether a file is missing: then it is in no forecast.
    public let isStale: Bool
  }
}
