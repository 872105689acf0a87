extension BusinessDay {
  /// Reads a day as people type it: `2026-11-27`, `2026/11/7`, `2026.11.27`, `20261127`, `2026年11月27日`.
  ///
  /// Full-width digits will do. Nil for any other form, also where the year is missing, and for days that no calendar has.
  public init?(typed text: String) {
    let plain = text.halfWidth.filter { !$0.isWhitespace }
    if plain.utf8.count == 8, plain.utf8.allSatisfy({ (48...57).contains($0) }) {
      self.init("\(plain.prefix(4))-\(plain.dropFirst(4).prefix(2))-\(plain.suffix(2))")
      return
    }
    let marks = plain.filter { !($0.isASCII && $0.isNumber) }
    guard ["--", "//", "..", "年月日", "年月"].contains(marks) else { return nil }
    let parts = plain.split { !($0.isASCII && $0.isNumber) }
    guard parts.count == 3, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
      (1...2).contains(parts[2].utf8.count), plain.first?.isNumber == true,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Month {
  /// Reads a month as people type it: `2026-11`, `2026/11`, `2026.11`, `202611`, `2026年11月`.
  public init?(typed text: String) {
    let plain = text.halfWidth.filter { !$0.isWhitespace }
    let isBare = plain.utf8.count == 6 && plain.utf8.allSatisfy { (48...57).contains($0) }
    let first = isBare ? "\(plain)01" : plain.hasSuffix("月") ? plain + "1日" : nil
    let separated = ["-", "/", "."].lazy.compactMap { mark in
      plain.filter { !$0.isNumber } == mark ? BusinessDay(typed: plain + mark + "1") : nil
    }.first
    guard let day = first.flatMap({ BusinessDay(typed: $0) }) ?? separated else { return nil }
    self.init(year: day.year, month: day.month)
  }
}

extension Instant {
  /// Reads a time as people type it: a day in any form that `BusinessDay` reads, maybe a clock time behind it, as ISO
  /// 8601 or `2026/11/27 9:30`; a clock time alone is of `today`.
  public init?(typed text: String, today: BusinessDay) {
    let plain = text.halfWidth
    if let instant = Instant(plain) {
      self = instant
      return
    }
    if let day = BusinessDay(typed: plain) {
      self.init(day.description)
      return
    }
    let words = plain.split { $0 == " " || $0 == "T" || $0 == "日" }
    guard let last = words.last, words.count <= 2 else { return nil }
    let clock = last.count > 1 && last.dropFirst().first == ":" ? "0" + last : String(last)
    let day =
      words.count == 1
      ? today : BusinessDay(typed: String(words[0])) ?? BusinessDay(typed: words[0] + "日")
    guard clock.contains(":"), let day else { return nil }
    self.init("\(day)T\(clock)")
  }
}

extension String {
  /// The text with the full-width characters that input methods type made plain.
  public var halfWidth: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
