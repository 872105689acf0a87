/// Words for people: what is put between them is shown, not sent, be it a name, a code or a path.
///
/// A name with a line end stays on its line; what the program itself writes over several lines says `lines:`.
struct Said: ExpressibleByStringInterpolation, Sendable {
  /// The words.
  let text: String

  init(stringLiteral text: String) { self.text = text }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
  private init(text: String) { self.text = text }

  /// Puts words behind others.
  static func + (_ words: Said, _ more: Said) -> Said { Said(text: words.text + more.text) }

  /// The parts of words while they are put together.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: String) { text += value.visible }
    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += value.description.visible
    }
    mutating func appendInterpolation(lines value: String) { text += value.visibleLines }
  }
}
