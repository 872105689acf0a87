/// A calendar month, whose instants are counted in seconds from its begin, Shanghai time.
public struct FixtureMonth: Hashable, Sendable {
  /// The year, and the month from 1 to 12.
  public let year: Int, month: Int

  /// Reads `2026-10`.
  public init(_ text: String) throws {
    let parts = text.split(separator: "-")
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), (1...12).contains(month)
    else { throw FixtureError.month(text) }
    self.init(year: year, month: month)
  }

  private init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The number of its days.
  public var days: Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The number of its seconds.
  var seconds: Int { days * 86_400 }

  /// The day of an instant, as `2026-10-07`.
  public func day(at second: Int) -> String {
    "\(digits(year, 4))-\(digits(month, 2))-\(digits(second / 86_400 + 1, 2))"
  }

  /// The day, in Shanghai, of an instant in seconds since 1970.
  static func day(ofEpoch epoch: Int) -> String {
    var left = (epoch + 8 * 3600) / 86_400
    var month = FixtureMonth(year: 1970, month: 1)
    while left >= month.days {
      left -= month.days
      month = month.next
    }
    return month.day(at: left * 86_400)
  }

  /// The month after it.
  public var next: FixtureMonth {
    FixtureMonth(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1)
  }
}

/// A number with zeros before it.
func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

/// An amount of fen as yuan, such as `12.30`.
func yuan(_ fen: Int) -> String {
  (fen < 0 ? "-" : "") + "\(abs(fen) / 100).\(digits(abs(fen) % 100, 2))"
}
