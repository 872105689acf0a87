import Domain
import Glibc
import LineEditor

/// Asking people.
enum Prompting {
  /// Whether somebody sits at a terminal who can be asked.
  static var isPossible: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// Whether an answer means yes.
  static func isYes(_ answer: String) -> Bool { yes.contains(bare(answer)) }

  /// Whether an answer means no, to whatever was asked.
  static func isNo(_ answer: String) -> Bool { no.contains(bare(answer)) }

  private static let yes: Set<String> = [
    "y", "yes", "yeah", "ok", "是", "是的", "对", "好", "好的", "可以", "行", "要", "确认", "确定", "同意",
  ]
  private static let no: Set<String> = [
    "n", "no", "nope", "not", "never", "don't", "dont", "cancel", "abort", "stop", "nothing",
    "none", "不", "否", "不是", "不要", "不用", "不了", "不行", "不对", "不可以", "不能", "不好", "不卖", "不卖了",
    "不同意", "不确认", "不确定", "不批准", "不想", "不必", "别", "别卖", "没", "没有", "没人", "无", "非", "取消", "放弃",
    "算了", "停", "停止", "返回", "退出",
  ]

  /// An answer without what says nothing: spaces, full stops and the like, capitals, full width.
  private static func bare(_ answer: String) -> String {
    answer.halfWidth.lowercased().filter { character in
      character == "'" || character.isLetter || character.isNumber
    }
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
  guard let answer = Prompting.answer(to: "\(question) [y/N] "), Prompting.isYes(answer) else {
    throw Problem("confirmation_declined")
  }
}

extension Prompting {
  /// Asks on a terminal; nil where the input has ended.
  static func answer(to question: String) -> String? {
    // The last line alone is the prompt, which is drawn again while the answer is edited.
    let lines = question.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.dropLast() { printToStandardError(String(line)) }
    return read(String(lines.last ?? ""), with: LineEditor(), remembering: false)
  }

  /// Reads a line behind a prompt; without an editor as the terminal, the file or the program gives it.
  static func read(_ prompt: String, with editor: LineEditor?, remembering: Bool = true) -> String?
  {
    StandardOutput.flush()
    let prompt = prompt.visibleLines
    if let editor { return editor.readLine(prompt, remembering: remembering) }
    if isInputTerminal { _ = StandardOutput.send(Array(prompt.utf8), to: 2) }
    return Swift.readLine()
  }

  /// Asks for a text; an empty answer, a "no" or the end of input gives up.
  ///
  /// - Throws: `Problem` `confirmation_declined`.
  static func ask(_ question: String) throws(Problem) -> String {
    guard let answer = answer(to: question), !answer.allSatisfy(\.isWhitespace), !isNo(answer)
    else {
      throw Problem("confirmation_declined")
    }
    return answer
  }

  /// Whether standard input is a keyboard.
  static var isInputTerminal: Bool { isatty(0) == 1 }
  /// Whether people watch standard output.
  static var isOutputTerminal: Bool { isatty(1) == 1 }
  /// Whether people watch standard error.
  static var isErrorTerminal: Bool { isatty(2) == 1 }
}
