import Domain

/// What is said of a problem in both languages, and how the program ends.
///
/// A fact stands in braces. What stands in brackets is left out where one of its facts is missing:
/// `[{file}: ]no rows`.
struct Sentence: Sendable {
  /// The sentence in Chinese.
  let zh: String
  /// The sentence in English.
  let en: String
  /// The status the program ends with.
  let exit: Exit

  /// Makes a sentence.
  init(_ exit: Exit, zh: String, en: String) {
    self.zh = zh
    self.en = en
    self.exit = exit
  }

  /// Returns the words, filled with the facts.
  func words(_ facts: [String: String], in language: Language) -> String {
    var text = ""
    var rest = Substring(language == .zh ? zh : en)
    while let open = rest.firstIndex(of: "[") {
      text += Sentence.filled(rest[..<open], facts, language)
      let inside = rest[rest.index(after: open)...]
      let close = inside.firstIndex(of: "]") ?? inside.endIndex
      let part = inside[..<close]
      if Sentence.placeholders(in: part).allSatisfy({ facts[$0]?.isEmpty == false }) {
        text += Sentence.filled(part, facts, language)
      }
      rest = inside[close...].dropFirst()
    }
    return text + Sentence.filled(rest, facts, language)
  }

  /// Returns the names of the facts that a text asks for.
  static func placeholders(in text: Substring) -> [String] {
    text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  private static func filled(
    _ text: Substring, _ facts: [String: String], _ language: Language
  ) -> String {
    var result = ""
    var rest = text
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open] + Sentence.shown(facts[name] ?? "", as: name, language)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// Codes are in words, and amounts grouped; only what programs wrote may run over several lines.
  private static func shown(_ fact: String, as name: String, _ language: Language) -> String {
    switch name {
    case "message", "output":
      return fact.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0).visible }.joined(separator: "\n")
    case "kind", "method", "methods", "variables", "what", "role", "may", "answer":
      guard language == .zh else { return fact.visible }
      let codes = fact.split(separator: ", ").map(String.init)
      return codes.map { CodeWords.chinese($0) }.joined(separator: "、").visible
    default:
      if let period = period(fact, language) { return period }
      let cents = fact.utf8.suffix(3)
      guard cents.first == UInt8(ascii: "."), let amount = Money(fact) else { return fact.visible }
      return amount.grouped
    }
  }

  /// A period that ISO 8601 writes as `2026-01-01/2026-03-31`.
  private static func period(_ fact: String, _ language: Language) -> String? {
    let days = fact.utf8.count == 21 ? fact.split(separator: "/") : []
    guard days.count == 2, days.allSatisfy({ BusinessDay(String($0)) != nil }) else { return nil }
    return days.joined(separator: language == .zh ? " 至 " : " to ")
  }
}
