/// A text of the library's with gaps, and what stands for it in Chinese.
///
///     Pattern("Unknown option '{}'", "没有选项 '{}'")
struct Pattern: Sendable {
  private let english: [Substring]
  private let chinese: [Substring]
  private let isSplit: Bool

  /// Makes a pattern; what fills the gaps comes in the same order in both texts.
  ///
  /// With `splitting`, what fills the gaps is translated in turn, where the table knows it.
  init(_ english: String, _ chinese: String, splitting: Bool = false) {
    self.english = Pattern.pieces(of: english)
    self.chinese = Pattern.pieces(of: chinese)
    isSplit = splitting
  }

  /// Returns the Chinese text when the whole of `text` has this form.
  func translation(of text: String, by table: [Pattern]) -> String? {
    guard let gaps = gaps(in: text) else { return nil }
    let fillings = isSplit ? gaps.map { table.translation(of: $0) } : gaps
    return zip(chinese, fillings + [""]).map { $0 + $1 }.joined()
  }

  private func gaps(in text: String) -> [String]? {
    guard let first = english.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    guard english.count > 1, let last = english.last else { return rest.isEmpty ? [] : nil }
    var gaps: [String] = []
    for piece in english.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: piece) else { return nil }
      gaps.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return gaps + [String(rest.dropLast(last.count))]
  }

  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = Substring(text)
    while let gap = rest.firstRange(of: "{}") {
      pieces.append(rest[..<gap.lowerBound])
      rest = rest[gap.upperBound...]
    }
    return pieces + [rest]
  }
}

extension [Pattern] {
  /// Returns what the first fitting pattern makes of a text, else the text.
  func translation(of text: String) -> String {
    lazy.compactMap { $0.translation(of: text, by: self) }.first ?? text
  }
}
