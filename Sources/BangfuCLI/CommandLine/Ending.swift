import ArgumentParser
import Bangfu
import Domain

/// What an error prints, and the status it ends the program with.
struct Ending {
  /// What goes to standard output: help and the version.
  var output = ""
  /// What goes to standard error.
  var words = ""
  /// The status.
  var status: Int32

  /// Decides on the end that `error` makes of the command tree under `root`.
  init(of error: any Error, root: any ParsableCommand.Type, language: Language = .current) {
    let status = root.exitCode(for: error).rawValue
    if status != Exit.usage.rawValue, let problems = Ending.problems(in: error) {
      words = problems.map { "bangfu: " + Sentences.sentence(for: $0, in: language) }
        .joined(separator: "\n")
      self.status = (problems.first.map(Sentences.exit) ?? .bug).rawValue
    } else if error is ExitCode {
      self.status = status
    } else if String(reflecting: type(of: error)).hasPrefix("ArgumentParser.") {
      self.status = status
      let text = ParserWords(root, error, language).text
      if status == 0 { output = text } else { words = text }
    } else {
      let bug = Problem("bug", ["message": String(describing: error)])
      words = "bangfu: " + Sentences.sentence(for: bug, in: language)
      self.status = Exit.bug.rawValue
    }
  }

  /// The same ending, with the arguments in it as they can be seen: the parser quotes them as they are.
  func showing(_ arguments: [String]) -> Ending {
    var ending = self
    for argument in arguments {
      for part in [argument, String(argument.drop { $0 != "=" }.dropFirst())]
      where part.visible != part {
        ending.words = ending.words.replacing(part, with: part.visible)
      }
    }
    return ending
  }

  /// Returns the problems that an error is, or that the parser wraps.
  static func problems(in error: any Error, depth: Int = 3) -> [Problem]? {
    if let problems = error as? Problems { return problems.problems }
    if let problem = Problem(error) { return [problem.namingHome] }
    guard depth > 0 else { return nil }
    for child in Mirror(reflecting: error).children {
      if let inner = child.value as? any Error, let found = problems(in: inner, depth: depth - 1) {
        return found
      }
    }
    return nil
  }
}

extension Problem {
  /// The problem with the variable `BANGFU_HOME` named where it is what led to the path that is to blame.
  fileprivate var namingHome: Problem {
    guard code == "system_call_failed", let path = facts["path"],
      let home = Session.environment["BANGFU_HOME"], !home.isEmpty
    else { return self }
    let folder = home.hasPrefix("/") ? home : "/" + home
    guard (path + "/").contains(folder) || folder.hasPrefix(path) else { return self }
    var named = self
    named.facts["variable"] = "BANGFU_HOME"
    return named
  }
}
