import Foundation
import TestSupport

/// A page's commands, run one after the other against a database of the page's own.
///
/// A block marked `console` holds commands, each in a line that begins with `$ `, maybe with lines
/// that begin with `> ` after it, and what they print to either output; a status other than zero
/// stands in brackets. A comment `<!-- setup: … -->` holds commands that readers need not see.
/// Commands run in an empty folder; the time of the run reads `2026-01-01 09:30:00`, the digest of a figure, which holds it, `…`, and CR LF is LF. No day since
/// 2025-01-01 is so long ago that it is asked about.
struct Replay: ~Copyable {
  private let page: Page
  private let folder = TestFolder()
  private let database: String

  init(_ page: Page) throws {
    self.page = page
    database = try TestServer.shared.createDatabase()
  }

  deinit { try? TestServer.shared.drop(database: database) }

  /// The page with what the program prints now in place of what it printed when written.
  func replayed() throws -> String {
    var written: [String] = []
    var rest = page.lines[...]
    var isConsole = false
    while let line = rest.popFirst() {
      if line.hasPrefix("```") { isConsole = line == "```console" }
      if line.hasPrefix("<!-- setup:") {
        let hidden = setup(from: line, &rest)
        written += hidden
        try setUp(hidden)
      } else if isConsole, line.hasPrefix("$ ") {
        let more = rest.prefix { $0 == ">" || $0.hasPrefix("> ") }
        rest = rest.dropFirst(more.count)
        written += [line] + more
        let command = [line] + more
        written += try run(command.map { String($0.dropFirst(2)) }.joined(separator: "\n"))
      } else if !isConsole || line == "```console" {
        written.append(line)
      }
    }
    return written.joined(separator: "\n")
  }

  /// The lines of a comment that begins with `line`.
  private func setup(from line: String, _ rest: inout ArraySlice<String>) -> [String] {
    var lines = [line]
    while !lines[lines.count - 1].hasSuffix("-->"), let next = rest.popFirst() {
      lines.append(next)
    }
    return lines
  }

  private func setUp(_ comment: [String]) throws {
    let script = comment.joined(separator: "\n").dropFirst("<!-- setup:".count).dropLast(3)
    let (status, words) = try shell("set -e\n" + script)
    guard status == 0 else { throw ReplayError(page: page.path, words: words) }
  }

  /// What `command` prints, line by line, then its exit status in brackets unless it is zero.
  private func run(_ command: String) throws -> [String] {
    let (status, words) = try shell(command)
    var lines = try now.reduce(words.replacing("\r\n", with: "\n")) { text, day in
      text.replacing(day) { String("2026-01-01 09:30:00".prefix($0.output.count)) }
    }.replacing(/SHA-256 [0-9a-f]{64}/, with: "SHA-256 …")
      .replacing(/(?m)^(\d{4}-\d\d .*)[0-9a-f]{64}$/) { $0.output.1 + "…" }.components(
        separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return status == 0 ? lines : lines + ["[\(status)]"]
  }

  /// Times of today, and of the day before, since midnight may pass during the test.
  private var now: [Regex<Substring>] {
    get throws {
      let day = DateFormatter()
      day.dateFormat = "yyyy-MM-dd"
      day.timeZone = TimeZone(identifier: "Asia/Shanghai")
      day.locale = Locale(identifier: "en_US_POSIX")
      return try [0, -86_400].map { seconds in
        try Regex(
          day.string(from: .now.addingTimeInterval(seconds)) + "(?:[ T]..:..(?::[0-9]{2})?)?")
      }
    }
  }

  private func shell(_ command: String) throws -> (status: Int32, words: String) {
    let shell = Process()
    let output = Pipe()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = ["-c", "set -o pipefail\nexec 2>&1 </dev/null\n" + command]
    shell.currentDirectoryURL = URL(filePath: folder.path)
    shell.environment = [
      "PATH": "\(Program.folder):/usr/bin:/bin", "LANG": page.locale,
      "HOME": folder.path, "BANGFU_HOME": folder.path + "/home",
      "BANGFU_DATABASE": TestServer.shared.conninfo(database: database, login: "bangfu"),
      "BANGFU_OPERATOR": "li", "NO_COLOR": "1",
      "BANGFU_ASK_BEFORE": "2025-01-01",
    ]
    shell.standardOutput = output
    try shell.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    return (shell.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}

/// A page's hidden set-up failed.
struct ReplayError: Error, CustomStringConvertible {
  let page: String
  let words: String
  var description: String { "\(page): the set-up failed: \(words)" }
}
