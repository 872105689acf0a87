internal import Domain
internal import Tabular

/// What exports write into cells, read strictly: what cannot be read is never taken for zero.
enum CellText {
  private static let emptyWords: Set = ["-", "--", "—", "——", "/", "无"]

  /// Whether a cell is spelled empty: `-`, `--`, `—`, `/`, `无` or nothing.
  static func isEmpty(_ text: String) -> Bool {
    switch text.utf8.first {
    case nil: true
    // What the words below begin with: most cells are decided by a byte, or by their length.
    case 0x2D, 0x2F, 0xE2, 0xE6: text.utf8.count <= 6 && emptyWords.contains(text)
    default: false
    }
  }

  /// The text with full-width digits, and the signs between them, as plain ones: `１２．５` is `12.5`.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0xFF0C...0xFF19).contains(scalar.value)
            ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar
        }))
  }

  /// Reads an amount: `¥1,299.90`, `12.5元`, `(1.00)` for negative; nil where it is none.
  ///
  /// At most two digits follow the point; more are accepted only where they are zeros. What is no less than a billion is
  /// none: a telephone or an order number stands in the wrong column.
  static func money(_ text: String) -> Money? {
    guard let amount = anyMoney(text), amount.minor.magnitude < 100_000_000_000 else { return nil }
    return amount
  }

  private static func anyMoney(_ text: String) -> Money? {
    if let amount = Money(text) { return amount }
    if let amount = yuanSigned(text) { return amount }
    let text = plain(text)
    var rest = text[...]
    var negative = false
    if let first = rest.first, let last = rest.last, "(（".contains(first), ")）".contains(last) {
      negative = true
      rest = rest.dropFirst().dropLast()
    }
    if let first = rest.first, "¥￥".contains(first) { rest.removeFirst() }
    if rest.first == "-" {
      negative.toggle()
      rest.removeFirst()
    }
    if let first = rest.first, "¥￥".contains(first) { rest.removeFirst() }
    if rest.last == "元" { rest.removeLast() }
    guard let plain = ungrouped(rest) else { return nil }
    guard let amount = Money(withoutTrailingZeros(plain)), amount >= .zero else { return nil }
    return negative ? -amount : amount
  }

  /// Reads the plainest of the other spellings, which fill whole files, by its bytes: `¥12.30`.
  private static func yuanSigned(_ text: String) -> Money? {
    for sign in ["¥", "￥"] where text.utf8.starts(with: sign.utf8) {
      return Money(String(text.utf8.dropFirst(sign.utf8.count)) ?? "")
    }
    return nil
  }

  /// Takes out thousands separators, where they stand every three digits.
  private static func ungrouped(_ text: Substring) -> String? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    // A second point is none of a number.
    if parts.count == 2, parts[1].contains(".") { return nil }
    let groups = parts[0].split(omittingEmptySubsequences: false) { ",，".contains($0) }
    guard let first = groups.first, !first.isEmpty else { return nil }
    if groups.count > 1 {
      guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }

  private static func withoutTrailingZeros(_ text: String) -> String {
    guard let point = text.firstIndex(of: "."), text.distance(from: point, to: text.endIndex) > 3
    else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Reads pieces: a whole number above zero, maybe with `.0` or thousands separators.
  static func pieces(_ text: String) -> Quantity? {
    guard let quantity = measure(text), quantity > .zero, quantity.isWhole
    else { return nil }
    return quantity
  }

  /// Reads what was weighed or counted: a number of zero or more and less than a billion, with at most three decimals.
  static func measure(_ text: String) -> Quantity? {
    guard let quantity = anyMeasure(text), quantity.minor < 1_000_000_000_000 else { return nil }
    return quantity
  }

  private static func anyMeasure(_ text: String) -> Quantity? {
    if let quantity = Quantity(text) { return quantity >= .zero ? quantity : nil }
    let text = plain(text)
    guard let plain = ungrouped(text[...]), let quantity = Quantity(withoutTrailingZeros(plain)),
      quantity >= .zero
    else { return nil }
    return quantity
  }

  /// The text of a code: of digits alone without the `.0` that programs leave behind who took it for a number.
  static func code(_ text: String) -> String {
    guard text.utf8.last == 48, text.hasSuffix(".0"), text.utf8.count > 2,
      text.utf8.dropLast(2).allSatisfy({ (48...57).contains($0) })
    else { return text }
    return String(text.dropLast(2))
  }

  /// Reads an order number: text, of which spreadsheets leave `1.9E+18`, or `1016….0`.
  ///
  /// - Throws: the reason: `cell_missing`, `id_scientific` or `id_malformed`.
  static func id(_ text: String) throws(Reason) -> String {
    guard !isEmpty(text) else { throw Reason("cell_missing") }
    var text = text
    text = code(text)
    if text.utf8.count <= 64, text.utf8.allSatisfy({ (48...57).contains($0) }) { return text }
    // Most numbers have no letter at all.
    if text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      let body = text.drop { $0.isNumber || $0 == "." }
      if let mark = body.first, mark == "E" || mark == "e", text.first?.isNumber == true,
        body.dropFirst().allSatisfy({ $0.isNumber || $0 == "+" || $0 == "-" })
      {
        throw Reason("id_scientific")
      }
    }
    guard text.utf8.count <= 64,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") })
    else { throw Reason("id_malformed") }
    return text
  }

  /// Whether a text is a time of a day alone, such as `08:30:00`.
  static func isClock(_ text: String) -> Bool {
    let bytes = text.utf8.span
    return bytes.count == 8 && bytes[2] == 58 && bytes[5] == 58
      && [0, 1, 3, 4, 6, 7].allSatisfy { (48...57).contains(bytes[$0]) }
  }

  /// Whether a text has the signs of `YYYY-MM-DD HH:MM:SS`, each in its place.
  static func isPlainTime(_ text: String) -> Bool {
    let bytes = text.utf8.span
    return bytes.count == 19 && bytes[4] == 45 && bytes[7] == 45 && bytes[10] == 32
      && bytes[13] == 58 && bytes[16] == 58
  }

  /// Reads a local time `YYYY-MM-DD HH:MM:SS`, strictly; anything else was changed by a spreadsheet.
  ///
  /// - Throws: the reason: `time_reformatted`, `time_impossible` or `time_malformed`.
  static func time(_ text: String) throws(Reason) -> String {
    let bytes = text.utf8.span
    guard bytes.count == 19, bytes[10] == 32, bytes[13] == 58, bytes[16] == 58 else {
      let reason = text.contains("/") ? "time_reformatted" : "time_malformed"
      if BusinessDay(String(text.prefix(10))) == nil, bytes.count >= 10, bytes[4] == 45 {
        throw Reason("time_impossible")
      }
      throw Reason(reason)
    }
    guard bytes[4] == 45, bytes[7] == 45 else { throw Reason("time_malformed") }
    guard let year = number(bytes, 0..<4), let month = number(bytes, 5..<7),
      let day = number(bytes, 8..<10), let hour = number(bytes, 11..<13),
      let minute = number(bytes, 14..<16), let second = number(bytes, 17..<19)
    else { throw Reason("time_malformed") }
    guard BusinessDay(year: year, month: month, day: day) != nil, (2010...2099).contains(year),
      hour < 24, minute < 60, second < 60
    else { throw Reason("time_impossible") }
    return text
  }

  private static func number(_ bytes: Span<UInt8>, _ positions: Range<Int>) -> Int? {
    var number = 0
    for position in positions {
      guard (48...57).contains(bytes[position]) else { return nil }
      number = number * 10 + Int(bytes[position] - 48)
    }
    return number
  }

  /// Why a cell could not be read.
  struct Reason: Error {
    let code: String
    init(_ code: String) { self.code = code }
  }
}

/// Whether a cell is spelled empty in exports: `-`, `--`, `—`, `/`, `无`, or nothing but marks.
public func isEmptyCell(_ text: String) -> Bool { CellText.isEmpty(trimmedCell(text)) }
