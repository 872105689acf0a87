import Domain

/// What a clerk typed at the goods prompt, understood as far as that goes without the catalogue.
enum Typed: Equatable, Sendable {
  case nothing
  case undo, clear
  case discount(String)
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
    for word in ["discount", "折", "优惠", "减"] where text.lowercased().hasPrefix(word) {
      let amount = trimmed(text.dropFirst(word.count))
      let first = amount.first ?? "0"
      if first.isNumber || first == "-" || first == "." { return .discount(amount) }
    }
    if text.count > 1, text.last == "折", text.dropLast().allSatisfy({ $0.isNumber || $0 == "." }) {
      return .discount(text)  // a rate, which is answered by what a discount looks like
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
