import ArgumentParser
import Domain

/// Where a password comes from: the terminal, or a file that nobody else may read.
///
/// It is never an argument, which other users and the history would see.
struct PasswordOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "口令文件（0600），第一行是口令",
        "A file with the password as its first line, readable by its owner alone."),
      valueName: "file"))
  var passwordFile: String?

  /// A new password, typed twice or read from the file.
  ///
  /// - Throws: `Problem` `password_short`, `passwords_differ`, `secret_file_open`, `password_needs_terminal`.
  func new(of login: String) throws -> String {
    let password: String
    if let passwordFile {
      password = try Secret.read(passwordFile)
    } else {
      password = try Secret.ask(say("\(login) 的新口令：", "New password of \(login): "))
      guard try Secret.ask(say("再输一遍：", "Once more: ")) == password else {
        throw Problem("passwords_differ")
      }
    }
    guard password.count >= 8 else { throw Problem("password_short") }
    return password
  }
}
