import ArgumentParser
import Domain

/// The names of the commands, where the parser would only call a slip an unexpected argument.
enum CommandNames {
  /// What is wrong with the words that name a command; nil where they lead to one.
  static func problem(
    in arguments: [String], under root: any ParsableCommand.Type
  ) -> Problem? {
    if let option = arguments.first, option == "--lang" || option.hasPrefix("--lang=") {
      let value =
        option == "--lang" ? arguments.dropFirst().first ?? "" : String(option.dropFirst(7))
      return Problem("language_unknown", ["value": value])
    }
    var path = [root._commandName]
    var command = root
    for word in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
      let inner = command.configuration.subcommands
      if inner.isEmpty || word.hasPrefix("-") || word == "help" { return nil }
      let isDefault = command.configuration.defaultSubcommand != nil
      guard let next = inner.first(where: { $0._commandName == word }) else {
        return isDefault ? nil : unknown(word, after: path, among: inner, under: root)
      }
      command = next
      path.append(word)
    }
    return nil
  }

  private static func unknown(
    _ word: String, after path: [String], among inner: [any ParsableCommand.Type],
    under root: any ParsableCommand.Type
  ) -> Problem {
    let names = inner.map { $0._commandName }
    let most = word.count < 4 ? 1 : 2
    let near = names.map { (name: $0, slips: slips(word, $0)) }.filter { $0.slips <= most }
      .min { $0.slips < $1.slips }?.name
    let longer = names.filter { word.count > 1 && $0.hasPrefix(word) }
    // A name that stands elsewhere goes before one that is like it.
    let elsewhere = all(under: root, named: word)
    let guesses =
      elsewhere.isEmpty
      ? (near.map { [$0] } ?? longer).map { (path + [$0]).joined(separator: " ") } : elsewhere
    var facts = [
      "command": (path + [word]).joined(separator: " "), "parent": path.joined(separator: " "),
    ]
    if guesses.isEmpty {
      facts["names"] = names.joined(separator: ", ")
    } else {
      facts["guess"] = guesses.prefix(3).joined(separator: say("、", ", "))
    }
    return Problem("command_unknown", facts)
  }

  /// The commands of a name, wherever they are.
  private static func all(under command: any ParsableCommand.Type, named name: String) -> [String] {
    command.configuration.subcommands.flatMap { inner in
      let found = inner._commandName == name ? [name] : []
      return (found + all(under: inner, named: name)).map { "\(command._commandName) \($0)" }
    }
  }

  /// How many letters are wrong, missing, too many or swapped.
  static func slips(_ one: String, _ other: String) -> Int {
    let (left, right) = (Array(one), Array(other))
    var rows = [Array(0...right.count)]
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var least = min(row[j], rows[i][j + 1]) + 1
        least = min(least, rows[i][j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
