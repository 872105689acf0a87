/// A day in the programme's time zone, as `YYYY-MM-DD`.
public struct BusinessDay: Hashable, Comparable, Sendable, LosslessStringConvertible {
  /// The year, month and day of the month.
  public let year: Int, month: Int, day: Int

  /// Reads `YYYY-MM-DD`; nil for any other form and for days that no calendar has.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }),
      let year = Int(String(parts[0]) ?? ""), let month = Int(String(parts[1]) ?? ""),
      let day = Int(String(parts[2]) ?? "")
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Makes a day; nil where the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day there is.
  public static let first = BusinessDay(1, 1, 1)

  /// The day as `YYYY-MM-DD`.
  public var description: String { "\(Month(year: year, month: month))-\(padded(day, 2))" }

  /// The days since 1970-01-01, negative before.
  public var number: Int {
    // Of the calendar that begins in March, so that the leap day is a year's last.
    let year = month <= 2 ? self.year - 1 : self.year
    let monthsSinceMarch = (month + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * monthsSinceMarch + 2) / 5 + day
      - 719_469
  }

  /// The day so many days since 1970-01-01; nil outside the years 1 to 9999.
  public init?(number: Int) {
    var year = 1970 + Int((Double(number) / 365.2425).rounded(.down))
    guard (1...9999).contains(year), var first = BusinessDay(year: year, month: 1, day: 1)?.number
    else {
      return nil
    }
    if first > number { year -= 1 } else if number - first >= Self.days(of: year) { year += 1 }
    first = BusinessDay(year: year, month: 1, day: 1)?.number ?? first
    var day = number - first + 1
    var month = 1
    while month < 12, day > Self.days(in: month, of: year) {
      day -= Self.days(in: month, of: year)
      month += 1
    }
    self.init(year: year, month: month, day: day)
  }

  private static func days(of year: Int) -> Int { 337 + days(in: 2, of: year) }

  /// Whether one day is before another.
  public static func < (one: BusinessDay, other: BusinessDay) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  static func days(in month: Int, of year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// A calendar month, as `YYYY-MM`.
public struct Month: Hashable, Sendable, LosslessStringConvertible {
  /// The year, and the month from 1 to 12.
  public let year: Int, month: Int

  init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// Reads `YYYY-MM`.
  public init?(_ text: String) {
    guard text.utf8.count == 7, let first = BusinessDay(text + "-01") else { return nil }
    self.init(year: first.year, month: first.month)
  }

  /// The month as `YYYY-MM`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
  /// The month's first day, as `YYYY-MM-DD`.
  public var firstDay: String { "\(self)-01" }
  /// The month's last day, as `YYYY-MM-DD`.
  public var lastDay: String { "\(self)-\(BusinessDay.days(in: month, of: year))" }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
