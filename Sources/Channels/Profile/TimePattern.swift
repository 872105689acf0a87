internal import Domain

/// How a file writes its local times, such as `YYYY-MM-DD HH:mm:ss` or `YYYY/M/D H:mm`.
///
/// A doubled letter is two digits, a single one is one or two; `YYYY` is four. What the pattern leaves
/// out is zero. `Z` is how far the clock is ahead of UTC: `Z`, `+08:00` or `+0800`. `T` and what is no letter stand
/// for themselves.
struct TimePattern: Equatable, Sendable {
  /// What exports of most platforms have, and the program itself.
  static let plain = TimePattern(validated: "YYYY-MM-DD HH:mm:ss")

  /// The pattern as it was written.
  let text: String
  private let parts: [Part]

  private enum Part: Equatable {
    case number(unit: Int, isFixed: Bool)
    case offset
    case literal(UInt8)
  }

  /// Reads a pattern; nil where it has no year, month and day, one part twice, or a letter that means nothing.
  init?(_ text: String) {
    self.init(validated: text)
    let units = parts.compactMap { if case .number(let unit, _) = $0 { unit } else { nil } }
    let letters = parts.compactMap { if case .literal(let byte) = $0 { byte } else { nil } }
      .filter { (65...90).contains($0 & 0xDF) }
    guard Set(units).isSuperset(of: [0, 1, 2]), Set(units).count == units.count,
      letters.allSatisfy({ $0 == UInt8(ascii: "T") }),
      parts.filter({ $0 == .offset }).count <= 1
    else { return nil }
  }

  private init(validated text: String) {
    self.text = text
    var parts: [Part] = []
    var rest = text.utf8[...]
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }.count
      if let unit = "YMDHms".utf8.firstIndex(of: letter) {
        let index = "YMDHms".utf8.distance(from: "YMDHms".utf8.startIndex, to: unit)
        parts.append(.number(unit: index, isFixed: run > 1))
        rest = rest.dropFirst(run)
      } else if letter == UInt8(ascii: "Z") {
        parts.append(.offset)
        rest = rest.dropFirst()
      } else {
        parts.append(.literal(letter))
        rest = rest.dropFirst()
      }
    }
    self.parts = parts
  }

  /// Reads a time and returns it as `YYYY-MM-DD HH:MM:SS` of the programme's clock; nil where the text is written
  /// otherwise.
  ///
  /// `zone` is how far the file's clock is ahead of UTC, in seconds, where the text does not say; nil for the
  /// programme's.
  ///
  /// - Throws: `CellText.Reason` `time_impossible` for a day or an hour that there is not.
  func read(_ text: String, zone: Int? = nil) throws(CellText.Reason) -> String? {
    var numbers = [0, 0, 0, 0, 0, 0]
    var zone = zone
    var rest = text.utf8[...]
    for part in parts {
      switch part {
      case .offset:
        let found = rest.prefix { !(0x80...).contains($0) && $0 != 32 }
        guard let offset = Self.offset(String(Substring(found))) else { return nil }
        zone = offset
        rest = rest.dropFirst(found.count)
      case .literal(let byte):
        guard rest.first == byte else { return nil }
        rest = rest.dropFirst()
      case .number(let unit, let isFixed):
        let most = unit == 0 ? 4 : 2
        let digits = rest.prefix(most).prefix { (48...57).contains($0) }
        guard !digits.isEmpty, !isFixed || digits.count == most else { return nil }
        numbers[unit] = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        rest = rest.dropFirst(digits.count)
      }
    }
    guard rest.isEmpty else { return nil }
    guard (2010...2099).contains(numbers[0]),
      BusinessDay(year: numbers[0], month: numbers[1], day: numbers[2]) != nil, numbers[3] < 24,
      numbers[4] < 60, numbers[5] < 60
    else { throw CellText.Reason("time_impossible") }
    return Self.local(numbers, zone)
  }

  /// How far a clock is ahead of UTC, in seconds: `Z`, `+08:00`, `-0530`, `+08`; nil for anything else.
  static func offset(_ text: String) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 2 || digits.count == 4, let number = Int(digits),
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    let (hours, minutes) = digits.count == 2 ? (number, 0) : (number / 100, number % 100)
    guard hours <= 14, minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// A time of six numbers, as `YYYY-MM-DD HH:MM:SS` of the programme's clock.
  static func local(_ numbers: [Int], _ zone: Int?) -> String {
    var numbers = numbers
    if let zone, zone != ProgrammeClock.secondsEast {
      let east = ProgrammeClock.secondsEast - zone
      let seconds = numbers[3] * 3600 + numbers[4] * 60 + numbers[5] + east
      let ofDay = (seconds % 86_400 + 86_400) % 86_400
      let day = moved(numbers, by: (seconds - ofDay) / 86_400)
      numbers = day + [ofDay / 3600, ofDay / 60 % 60, ofDay % 60]
    }
    let padded = numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }
    return padded[..<3].joined(separator: "-") + " " + padded[3...].joined(separator: ":")
  }

  /// The day before a day, the same, or the next.
  private static func moved(_ numbers: [Int], by days: Int) -> [Int] {
    let (year, month, day) = (numbers[0], numbers[1], numbers[2] + days)
    if day == 0 {
      let (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      let last = (28...31).last { BusinessDay(year: year, month: month, day: $0) != nil }
      return [year, month, last ?? 28]
    }
    if BusinessDay(year: year, month: month, day: day) != nil { return [year, month, day] }
    return month == 12 ? [year + 1, 1, 1] : [year, month + 1, 1]
  }
}
