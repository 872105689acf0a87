import FoundationEssentials

/// The language of the words for people; codes, keys and JSON are English in either.
enum Language: String, CaseIterable, Sendable {
  case zh, en

  /// The language of words now: `--lang`, else the locale's; while a page of both is written, each of them in turn.
  @TaskLocal static var current = Language(
    arguments: Array(CommandLine.arguments.dropFirst()),
    environment: ProcessInfo.processInfo.environment)

  /// The languages of the page of a report, the language of this run first: both, unless one was asked for.
  static var ofPages: [Language] { ofPages(Array(CommandLine.arguments.dropFirst())) }

  /// The languages of the page of a report by the arguments.
  static func ofPages(_ arguments: [String]) -> [Language] {
    asked(in: arguments.prefix { $0 != "--" }).map { [$0] }
      ?? [current] + allCases.filter { $0 != current }
  }

  /// Its name in itself, and what HTML calls it.
  var name: String { self == .zh ? "中文" : "English" }
  var tag: String { self == .zh ? "zh-CN" : "en" }

  /// Chooses by the last `--lang` before `--`, else the first of `LC_ALL`, `LC_MESSAGES` and `LANG`
  /// that is not empty.
  init(arguments: [String], environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
      .lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self =
      Language.asked(in: arguments.prefix { $0 != "--" })
      ?? (locale?.hasPrefix("zh") == true ? .zh : .en)
  }

  /// The arguments without a choice that stands before the first command, where no command would take it.
  static func withoutLeadingChoice(_ arguments: [String]) -> [String] {
    if let option = arguments.first, option.hasPrefix("--lang="),
      Language(rawValue: String(option.dropFirst(7))) != nil
    {
      return withoutLeadingChoice(Array(arguments.dropFirst()))
    }
    if arguments.count > 1, arguments[0] == "--lang", Language(rawValue: arguments[1]) != nil {
      return withoutLeadingChoice(Array(arguments.dropFirst(2)))
    }
    return arguments
  }

  private static func asked(in arguments: ArraySlice<String>) -> Language? {
    let values = zip(arguments, arguments.dropFirst() + [""]).map { option, next in
      option == "--lang" ? next : option.hasPrefix("--lang=") ? String(option.dropFirst(7)) : ""
    }
    return values.compactMap(Language.init(rawValue:)).last
  }
}

/// Returns the words in the language of this run.
func say(_ zh: @autoclosure () -> Said, _ en: @autoclosure () -> Said) -> String {
  (Language.current == .zh ? zh() : en()).text
}
