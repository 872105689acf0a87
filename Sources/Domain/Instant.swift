/// An instant as ISO 8601 text with an offset from UTC.
public struct Instant: Hashable, Sendable, LosslessStringConvertible {
  /// The instant, such as `2026-11-05T10:00:00+08:00`.
  public let description: String

  /// Reads ISO 8601: a day, `T` or a space, hours and minutes, maybe seconds and an offset.
  ///
  /// Without an offset the time is the programme's. A day alone is its midnight.
  public init?(_ text: String) {
    guard text.utf8.allSatisfy({ $0 < 128 }), let day = BusinessDay(String(text.prefix(10))) else {
      return nil
    }
    var rest = text.dropFirst(10)
    guard !rest.isEmpty else {
      description = "\(day)T00:00:00\(ProgrammeClock.offset)"
      return
    }
    guard let mark = rest.popFirst(), mark == "T" || mark == " " else { return nil }
    var offset = ProgrammeClock.offset
    if rest.last == "Z" {
      offset = "+00:00"
      rest.removeLast()
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let found = Self.offset(rest[sign...]) else { return nil }
      offset = found
      rest = rest[..<sign]
    }
    guard let clock = Self.clock(rest) else { return nil }
    description = "\(day)T\(clock)\(offset)"
  }

  /// The seconds since 1970-01-01 00:00 UTC, without what is less than one.
  public var seconds: Int {
    let parts = description.utf8.split { !(48...57).contains($0) }.compactMap {
      Int(String($0) ?? "")
    }
    let day = BusinessDay(String(description.prefix(10)))?.number ?? 0
    let sign = description.dropLast(5).last == "-" ? -1 : 1
    let offset = parts.suffix(2)
    let east = sign * ((offset.first ?? 0) * 60 + (offset.last ?? 0))
    return ((day * 24 + parts[3]) * 60 + parts[4] - east) * 60 + parts[5]
  }

  private static func clock(_ text: Substring) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let fields = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), fields.allSatisfy({ isNumber($0, digits: 2) }),
      let hours = Int(fields[0]), hours < 24, let minutes = Int(fields[1]), minutes < 60,
      let seconds = fields.count == 3 ? Int(fields[2]) : 0, seconds < 60
    else { return nil }
    var clock = "\(padded(hours, 2)):\(padded(minutes, 2)):\(padded(seconds, 2))"
    if parts.count == 2 {
      guard fields.count == 3, (1...6).contains(parts[1].count),
        isNumber(parts[1], digits: parts[1].count)
      else { return nil }
      clock += "." + parts[1]
    }
    return clock
  }

  private static func offset(_ text: Substring) -> String? {
    let digits = text.dropFirst().filter { $0 != ":" }
    guard [2, 4].contains(digits.count), isNumber(digits[...], digits: digits.count),
      let hours = Int(digits.prefix(2)), hours <= 14,
      let minutes = digits.count == 4 ? Int(digits.suffix(2)) : 0, minutes < 60
    else { return nil }
    return "\(text.prefix(1))\(padded(hours, 2)):\(padded(minutes, 2))"
  }

  private static func isNumber(_ text: some StringProtocol, digits: Int) -> Bool {
    text.utf8.count == digits && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}
