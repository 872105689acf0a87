internal import FoundationEssentials

/// What is to come by what has been: the mean of past weeks, with a range that holds four of five outcomes.
///
/// Weeks are taken as they are, apart from their season; the range widens with their spread, with how much one week is like
/// the next, with how few there are, and with the time to come. Amounts are in yuan.
public struct Forecast: Equatable, Sendable {
  /// What is expected, and the range of 80 %.
  public let expected: Double, low: Double, high: Double

  /// The fewest weeks that say anything.
  static let fewestWeeks = 8
  /// The most that are looked at: what was half a year ago says little.
  static let mostWeeks = 26

  /// Reckons with daily amounts, oldest first, for days to come, by the season of each day; nil where too few weeks are known.
  init?(of days: [Double], seasons: [Double], ahead: [Double]) {
    let weeks = min(Self.mostWeeks, days.count / 7)
    guard weeks >= Self.fewestWeeks, !ahead.isEmpty else { return nil }
    let first = days.count - weeks * 7
    let sums = (0..<weeks).map { week in
      (0..<7).reduce(0.0) { sum, day in
        let at = first + week * 7 + day
        return sum + days[at] / max(0.05, seasons[at])
      }
    }
    let count = Double(weeks)
    let mean = sums.reduce(0, +) / count
    let gaps = sums.map { $0 - mean }
    let squares = gaps.reduce(0) { $0 + $1 * $1 }
    let variance = squares / (count - 1)
    let alike = zip(gaps, gaps.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    // A short series looks less alike than it is.
    let likeness = squares > 0 ? min(0.8, max(0, alike / squares + 1 / count)) : 0
    let (spread, far) = ((1 + likeness) / (1 - likeness), ahead.reduce(0, +) / 7)
    // Few weeks ahead have had no time to be like each other.
    let ahead = max(1, far)
    let nearer = 1 + (spread - 1) * (1 - 1 / ahead)
    let error = (variance * far * (nearer + far * spread / count)).squareRoot()
    expected = mean * far
    let reach = Self.quantile(freedom: max(2, (count - 1) / spread)) * error
    low = expected - reach
    high = expected + reach
  }

  /// The 90 % quantile of Student's t (Hill's expansion of the normal one).
  static func quantile(freedom: Double) -> Double {
    let z = 1.2815515594
    let (z3, z5) = (z * z * z, z * z * z * z * z)
    return z + (z3 + z) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom)
  }
}
