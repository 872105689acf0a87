import Bangfu
import Domain
import LineEditor
import System

/// Passwords: asked for on the terminal without an echo, or read from a file of one's own.
enum Secret {
  /// Asks on the terminal itself, also where standard input is a file; what is typed is not shown.
  ///
  /// - Throws: `Problem` `password_needs_terminal`, `confirmation_declined` where nothing is typed.
  static func ask(_ question: String) throws(Problem) -> String {
    StandardOutput.flush()
    guard let typed = readSecret(question.visibleLines) else {
      throw Problem("password_needs_terminal")
    }
    if typed.isEmpty { throw Problem("confirmation_declined") }
    return typed
  }

  /// The password of a second person: from the file that `BANGFU_APPROVAL_FILE` names, else typed on the terminal.
  ///
  /// - Throws: as `read` and `ask` do.
  static func ofApprover(_ login: String) throws -> String {
    if let file = Session.environment["BANGFU_APPROVAL_FILE"], !file.isEmpty {
      return try read(file)
    }
    return try ask(say("\(login) 的口令（批准）：", "Password of \(login), who approves: "))
  }

  /// The first line of a file that its owner alone may read.
  ///
  /// - Throws: `Problem` `secret_file_open` where others may read it, or it is somebody else's.
  static func read(_ path: String) throws -> String {
    guard isKeptSecret(path) else { throw Problem("secret_file_open", ["file": path]) }
    return String(try givenText(path, limit: 4_096).prefix { !$0.isNewline })
  }
}
