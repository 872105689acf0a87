import ArgumentParser

/// The command that runs, by what was typed.
enum RunningCommand {
  /// What it does, as its help says: the title of what it writes.
  static var title: String {
    var command: any ParsableCommand.Type = Bangfu.self
    for word in typed.dropFirst() {
      guard
        let next = command.configuration.subcommands.first(where: { $0._commandName == word })
      else { break }
      command = next
    }
    let abstract = command.configuration.abstract
    return abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
  }

  /// The command as it was typed, without where its output goes: whoever has the paper can ask again.
  static var line: String {
    var words: [String] = []
    var isNextLeft = false
    for word in typed {
      if isNextLeft {
        isNextLeft = false
      } else if word == "--output" {
        isNextLeft = true
      } else if !word.hasPrefix("--output=") {
        words.append(word.contains(" ") ? "\"\(word)\"" : word)
      }
    }
    return words.joined(separator: " ")
  }

  private static var typed: [String] {
    ["bangfu"] + Language.withoutLeadingChoice(Array(CommandLine.arguments.dropFirst()))
  }
}
