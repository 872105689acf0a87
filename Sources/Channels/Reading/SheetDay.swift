internal import Domain

/// Finds the day of a sheet in the rows above its header: `结算期间：2026-08-26 至 2026-09-25`,
/// `2026年9月28日至30日 展销会`, `××超市代销结算单 2026年9月`.
enum SheetDay {
  /// The last day that the rows name, as `YYYY-MM-DD`; of a month alone, its last day.
  static func last(in rows: [[String]]) -> String? {
    let texts = rows.joined().map(CellText.plain)
    let said = texts.flatMap(daysOfContent)
    let found = said.isEmpty ? texts.flatMap { days(in: $0) } : said
    if let day = found.filter(\.isWhole).map(\.text).max() { return day }
    return found.map(\.text).max()
  }

  /// The first and the last day that the rows name, likewise; of months alone, from the first day of the first.
  static func period(in rows: [[String]]) -> (first: String, last: String)? {
    let texts = rows.joined().map(CellText.plain)
    let said = texts.flatMap(daysOfContent)
    let found = said.isEmpty ? texts.flatMap { days(in: $0) } : said
    let whole = found.filter(\.isWhole).map(\.text)
    if let first = whole.min(), let last = whole.max() { return (first, last) }
    guard let first = found.map(\.text).min(), let last = found.map(\.text).max() else {
      return nil
    }
    return (first.prefix(8) + "01", last)
  }

  /// The days of a text, without those on which the sheet was printed or signed.
  private static func daysOfContent(_ text: String) -> [Found] {
    var rest = text[...]
    var found: [Found] = []
    while let word = others.compactMap({ rest.firstRange(of: $0) }).min(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      found += days(in: String(rest[..<word.lowerBound]))
      rest = rest[word.upperBound...]
      // The day right behind the word, as in 打印日期：2026-10-08, is passed over.
      if let first = rest.prefix(6).firstIndex(where: isDigit) {
        rest = rest[first...].drop { isDigit($0) || "年月日号-/.".contains($0) }
      }
    }
    return found + days(in: String(rest))
  }

  private static let others = ["打印", "制表", "制单", "签订", "导出", "登记日期", "填报"]

  private struct Found {
    let text: String
    /// False where only a month is named.
    let isWhole: Bool
  }

  private static func days(in text: String) -> [Found] {
    var rest = Substring(text)
    var found: [Found] = []
    while let start = rest.firstIndex(where: isDigit) {
      rest = rest[start...]
      let digits = rest.prefix(while: isDigit)
      let after = rest[digits.endIndex...]
      guard digits.count == 4, let year = Int(digits), (2010...2099).contains(year),
        let (month, tail) = number(after, marks: "年-/.")
      else {
        rest = after
        continue
      }
      rest = tail
      if let (day, tail) = number(rest, marks: "月-/.") {
        rest = tail
        guard let text = whole(year, month, day) else { continue }
        found.append(Found(text: text, isWhole: true))
        (found, rest) = ranged(found, year, month, rest)
      } else if (1...12).contains(month),
        let text = (28...31).reversed().lazy.compactMap({ whole(year, month, $0) }).first
      {
        found.append(Found(text: text, isWhole: false))
        // 7月-9月: the last month counts.
        let tail = rest.drop { "月 ".contains($0) }
        if let mark = tail.first, "至到-—–~～".contains(mark) {
          let end = tail.drop { "至到-—–~～ ".contains($0) }
          let digits = end.prefix(while: isDigit)
          if digits.count < 3, let last = Int(digits), (1...12).contains(last),
            end[digits.endIndex...].first == "月",
            let text = (28...31).reversed().lazy.compactMap({ whole(year, last, $0) }).first
          {
            found.append(Found(text: text, isWhole: false))
            rest = end[digits.endIndex...]
          }
        }
      }
    }
    return found
  }

  /// Reads on after a day: `至30日`, `—10月2日`.
  private static func ranged(
    _ found: [Found], _ year: Int, _ month: Int, _ rest: Substring
  ) -> ([Found], Substring) {
    let tail = rest.drop { "日号 ".contains($0) }
    guard let mark = tail.first, "至到-—–~～".contains(mark) else { return (found, rest) }
    let end = tail.drop { "至到-—–~～ ".contains($0) }
    let digits = end.prefix(while: isDigit)
    guard (1...2).contains(digits.count), let first = Int(digits) else { return (found, rest) }
    let after = end[digits.endIndex...]
    if after.first == "月", let (day, tail) = number(after, marks: "月"),
      let text = whole(year, first, day)
    {
      return (found + [Found(text: text, isWhole: true)], tail)
    }
    guard let text = whole(year, month, first) else { return (found, rest) }
    return (found + [Found(text: text, isWhole: true)], after)
  }

  /// A number of one or two digits behind one of some marks.
  private static func number(_ text: Substring, marks: String) -> (Int, Substring)? {
    guard let mark = text.first, marks.contains(mark) else { return nil }
    let digits = text.dropFirst().prefix(while: isDigit)
    guard (1...2).contains(digits.count), let number = Int(digits) else { return nil }
    return (number, text[digits.endIndex...])
  }

  private static func whole(_ year: Int, _ month: Int, _ day: Int) -> String? {
    BusinessDay(year: year, month: month, day: day).map { "\($0)" }
  }

  private static func isDigit(_ letter: Character) -> Bool { letter.isASCII && letter.isNumber }
}
