import Domain
import Glibc

/// Asking people.
enum Prompting {
  /// Whether somebody sits at a terminal who can be asked.
  static var isPossible: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// Returns the text with the full-width characters that input methods type made plain.
  static func halfWidth(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// Tells whether an answer means yes.
  static func isYes(_ answer: String) -> Bool {
    let plain = halfWidth(answer).lowercased().filter { !$0.isWhitespace }
    return ["y", "yes", "是", "是的", "好", "确认"].contains(plain)
  }
}

/// Asks before a dangerous act, unless `yes` says that it was agreed to beforehand.
///
/// - Throws: `Problem` `confirmation_needed` where nobody can be asked, `confirmation_declined`
///   where the answer is not yes.
func confirm(_ question: String, yes: Bool) throws(Problem) {
  if yes { return }
  guard Prompting.isPossible else {
    throw Problem("confirmation_needed", ["question": question])
  }
  StandardOutput.flush()
  _ = StandardOutput.send(Array("\(question) [y/N] ".utf8), to: 2)
  guard let answer = readLine(), Prompting.isYes(answer) else {
    throw Problem("confirmation_declined")
  }
}

extension Prompting {
  /// Whether standard input is a keyboard.
  static var isInputTerminal: Bool { isatty(0) == 1 }
  /// Whether people watch standard error.
  static var isErrorTerminal: Bool { isatty(2) == 1 }
}
