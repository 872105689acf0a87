internal import CEdit
internal import Glibc

/// Reads lines from a terminal, with the keys that people know: arrows, Home, End, and a history.
///
/// It reads standard input, and shows what is typed on standard error.
public final class LineEditor {
  /// How many lines of history are kept, for as long as the editor lives.
  private static let memory = 500

  private let editor: OpaquePointer
  private let history: OpaquePointer?
  private var prompt: UnsafeMutablePointer<CChar>?

  /// Starts an editor; nil where standard input or standard error is no terminal, or libedit is not installed.
  public init?() {
    guard isatty(0) == 1, isatty(2) == 1 else { return nil }
    LineEditor.setEncoding()
    LineEditor.eraseCharacters()
    guard let editor = edit_start("bangfu") else { return nil }
    self.editor = editor
    history = edit_start_history(editor, Int32(LineEditor.memory))
  }

  deinit {
    edit_end(editor, history)
    free(prompt)
  }

  /// Shows a prompt and reads a line, without its end; nil where the input has ended.
  ///
  /// With `remembering` the line can be fetched again by the up arrow.
  public func readLine(_ prompt: String, remembering: Bool = true) -> String? {
    let old = self.prompt
    self.prompt = strdup(prompt)
    var count: Int32 = 0
    let bytes = edit_read(editor, self.prompt, &count)
    free(old)
    guard let bytes, count > 0 else { return nil }
    var line = String(cString: bytes)
    if line.last?.isNewline == true { line.removeLast() }
    if remembering, !line.allSatisfy(\.isWhitespace), let history { edit_remember(history, line) }
    return line
  }

  /// Makes the terminal delete whole characters of what is typed while nobody reads.
  private static func eraseCharacters() {
    var mode = termios()
    guard tcgetattr(0, &mode) == 0, mode.c_iflag & tcflag_t(IUTF8) == 0 else { return }
    mode.c_iflag |= tcflag_t(IUTF8)
    tcsetattr(0, TCSANOW, &mode)
  }

  /// Makes the C library take what is typed for UTF-8, which all of the program's words are.
  private static func setEncoding() {
    if setlocale(LC_CTYPE, "") != nil, strcmp(nl_langinfo(nl_item(CODESET)), "UTF-8") == 0 {
      return
    }
    _ = setlocale(LC_CTYPE, "C.UTF-8")
  }
}
