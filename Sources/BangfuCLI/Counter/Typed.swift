import Domain

/// What a clerk typed at the goods prompt, understood as far as that goes without the catalogue.
enum Typed: Equatable, Sendable {
  case nothing
  case undo, clear
  case discount(String)
  /// Thousandths of the price that are paid: 800 for 8折.
  case rate(Int)
  case buyer(String)
  case change(line: String, quantity: String)
  case remove(line: String)
  case goods(String, quantity: String)

  /// Returns the text with what input methods and scanners add made plain.
  static func plain(_ text: String) -> String {
    let other: [Character: Character] = [
      "。": ".", "《": "<", "〈": "<", "×": "*", "—": "-", "–": "-", "−": "-", "\t": " ", "\r": " ",
      "\u{A0}": " ", "＠": "@",
    ]
    let typed = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let plain = String(typed.map { other[$0] ?? $0 }).halfWidth
    return plain.split(separator: " ").joined(separator: " ")
  }

  /// Understands a line made plain.
  init(_ text: String) {
    switch text.lowercased() {
    case "": self = .nothing
    case "<": self = .undo
    case "clear", "清空", "drop", "放弃": self = .clear
    default:
      if let command = Typed.command(text) {
        self = command
      } else {
        let (code, quantity) = Typed.split(text)
        self = .goods(code, quantity: quantity)
      }
    }
  }

  private static func command(_ text: String) -> Typed? {
    if text.first == "@" { return .buyer(trimmed(text.dropFirst())) }
    if let rate = rate(text) { return .rate(rate) }
    for word in ["discount", "折", "优惠", "减"] where text.lowercased().hasPrefix(word) {
      let amount = trimmed(text.dropFirst(word.count))
      let first = amount.first ?? "0"
      if first.isNumber || first == "-" || first == "." { return .discount(amount) }
    }
    if let sign = text.firstIndex(of: "="), sign > text.startIndex,
      text[..<sign].allSatisfy({ $0.isNumber || $0 == " " })
    {
      return .change(
        line: trimmed(text[..<sign]), quantity: trimmed(text[text.index(after: sign)...]))
    }
    if text.first == "-", text.dropFirst().allSatisfy({ $0.isNumber || $0 == " " }) {
      return .remove(line: trimmed(text.dropFirst()))
    }
    return nil
  }

  /// Reads `8折`, `打 8 折`, `85折`, `8.5折`, `八五折`, `对折`, `半价`: thousandths of the price.
  static func rate(_ text: String) -> Int? {
    var plain = text.filter { $0 != " " }
    for word in ["优惠", "全场", "整单", "打"] where plain.hasPrefix(word) {
      plain.removeFirst(word.count)
    }
    if ["对折", "半价"].contains(plain) { return 500 }
    guard plain.count > 1, plain.removeLast() == "折" else { return nil }
    let digits = Array("〇一二三四五六七八九")
    let number = String(
      plain.map { digits.firstIndex(of: $0).map { Character(String($0)) } ?? $0 })
    guard number.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }) else { return nil }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts.joined()
    guard parts.count <= 2, (1...3).contains(whole.count), !whole.hasPrefix("0"), number != "10",
      let value = Int(whole),
      parts.count == 1 ? whole.count < 3 : parts[0].count == 1 && !parts[1].isEmpty
    else { return nil }
    return (whole.count..<3).reduce(value) { value, _ in value * 10 }
  }

  /// A rate as it is said: `8`, `8.5`.
  static func words(rate thousandths: Int) -> String {
    Quantity(minor: Int64(thousandths) * 10).short
  }

  /// Takes `BC01*2`, `3*BC01`, `BC01 2`, `HS01 5斤` or `HS01 5 斤` apart.
  static func split(_ text: String) -> (code: String, quantity: String) {
    if let star = text.lastIndex(of: "*") {
      let left = trimmed(text[..<star])
      let right = trimmed(text[text.index(after: star)...])
      let isTurned = isCount(left) && !isCount(right)
      return isTurned ? (right, left) : (left, right)
    }
    let words = text.split(separator: " ")
    for count in [1, 2] where words.count > count {
      let quantity = words.suffix(count).joined(separator: " ")
      if isNumberLike(EnteredQuantity.split(quantity).number[...]) {
        return (words.dropLast(count).joined(separator: " "), quantity)
      }
    }
    return (text, "1")
  }

  private static func isCount(_ text: String) -> Bool {
    let number = EnteredQuantity.split(text).number
    return number.count <= 5 && Quantity(number) != nil
  }

  /// Whether a word wants to be a number, such as `2`, `-1` or `1e3`.
  private static func isNumberLike(_ text: Substring) -> Bool {
    let digits = text.drop { "+-.".contains($0) }
    return digits.first?.isNumber == true
      && text.allSatisfy { $0.isNumber || "+-.,eE".contains($0) }
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
