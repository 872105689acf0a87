internal import Domain

/// How a file writes its local times, such as `YYYY-MM-DD HH:mm:ss` or `YYYY/M/D H:mm`.
///
/// A doubled letter is two digits, a single one is one or two; `YYYY` is four. What the pattern leaves
/// out is zero. All else stands for itself.
struct TimePattern: Equatable, Sendable {
  /// What exports of most platforms have, and the program itself.
  static let plain = TimePattern(validated: "YYYY-MM-DD HH:mm:ss")

  /// The pattern as it was written.
  let text: String
  private let parts: [Part]

  private enum Part: Equatable {
    case number(place: Int, isFixed: Bool)
    case literal(UInt8)
  }

  /// Reads a pattern; nil where it has no year, month and day.
  init?(_ text: String) {
    self.init(validated: text)
    let places = Set(parts.compactMap { if case .number(let place, _) = $0 { place } else { nil } })
    guard places.isSuperset(of: [0, 1, 2]) else { return nil }
  }

  private init(validated text: String) {
    self.text = text
    var parts: [Part] = []
    var rest = text.utf8[...]
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }.count
      if let place = "YMDHms".utf8.firstIndex(of: letter) {
        let index = "YMDHms".utf8.distance(from: "YMDHms".utf8.startIndex, to: place)
        parts.append(.number(place: index, isFixed: run > 1))
        rest = rest.dropFirst(run)
      } else {
        parts.append(.literal(letter))
        rest = rest.dropFirst()
      }
    }
    self.parts = parts
  }

  /// Reads a time and returns it as `YYYY-MM-DD HH:MM:SS`; nil where the text is written otherwise.
  ///
  /// - Throws: `CellText.Reason` `time_impossible` for a day or an hour that there is not.
  func read(_ text: String) throws(CellText.Reason) -> String? {
    var numbers = [0, 0, 0, 0, 0, 0]
    var rest = text.utf8[...]
    for part in parts {
      switch part {
      case .literal(let byte):
        guard rest.first == byte else { return nil }
        rest = rest.dropFirst()
      case .number(let place, let isFixed):
        let most = place == 0 ? 4 : 2
        let digits = rest.prefix(most).prefix { (48...57).contains($0) }
        guard !digits.isEmpty, !isFixed || digits.count == most else { return nil }
        numbers[place] = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        rest = rest.dropFirst(digits.count)
      }
    }
    guard rest.isEmpty else { return nil }
    guard (2010...2099).contains(numbers[0]),
      BusinessDay(year: numbers[0], month: numbers[1], day: numbers[2]) != nil, numbers[3] < 24,
      numbers[4] < 60, numbers[5] < 60
    else { throw CellText.Reason("time_impossible") }
    let padded = numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }
    return padded[..<3].joined(separator: "-") + " " + padded[3...].joined(separator: ":")
  }
}
