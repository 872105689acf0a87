/// What people type on a command line, as the parser takes it.
enum TypedArguments {
  /// The arguments with a leading `--as LOGIN` behind the command, where the parser takes it.
  static func withLoginBehind(_ arguments: [String]) -> [String] {
    guard let first = arguments.first, first == "--as" || first.hasPrefix("--as=") else {
      return arguments
    }
    let count = first == "--as" ? min(2, arguments.count) : 1
    var rest = Array(arguments[count...])
    rest.insert(contentsOf: arguments[..<count], at: rest.firstIndex(of: "--") ?? rest.endIndex)
    return rest
  }

  /// The arguments with negative numbers as values: the parser takes `-3` for an option.
  ///
  /// `--discount -5` becomes `--discount=-5`, and a `-3` that stands alone gets a minus sign in place of its hyphen.
  /// Who reads the number refuses it in words, where it may not be negative.
  static func withNegativeNumbers(_ arguments: [String]) -> [String] {
    var taken: [String] = []
    var isPlain = false
    for argument in arguments {
      if argument == "--" { isPlain = true }
      let mark = argument.first
      guard !isPlain, mark == "-", let second = argument.dropFirst().first,
        second.isNumber || second == "."
      else {
        taken.append(argument)
        continue
      }
      if let option = taken.last, option.hasPrefix("--"), !option.contains("=") {
        taken[taken.count - 1] = "\(option)=\(argument)"
      } else {
        taken.append("−\(argument.dropFirst())")
      }
    }
    return taken
  }
}
