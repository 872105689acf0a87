/// The texts that swift-argument-parser 1.8 produces, with Chinese ones.
///
/// It has no hook for them. They are in its `Usage/MessageInfo.swift`, `UsageGenerator.swift`,
/// `HelpGenerator.swift` and `HelpCommand.swift`.
enum ParserPatterns {
  /// Whole messages, the narrower form first.
  static let messages: [Pattern] = [
    Pattern(
      "Unknown option '{}'. Did you mean '{}'?\n   or: {}", "没有选项 '{}'，是不是 '{}'？\n   或者：{}",
      splitting: true),
    Pattern("Unknown option '{}'\n   or: {}", "没有选项 '{}'\n   或者：{}", splitting: true),
    Pattern("Missing value for '{}' in '{}'", "'{}' 后面缺少值（在 '{}' 中）"),
    Pattern("Unknown option '{}'. Did you mean '{}'?", "没有选项 '{}'，是不是 '{}'？"),
    Pattern("Unknown option '{}'", "没有选项 '{}'"),
    Pattern("Missing value for '{}'", "'{}' 后面缺少值"),
    Pattern("Missing expected argument '{}'", "缺少参数 '{}'"),
    Pattern("Missing one of: '{}'", "以下参数要给一个：'{}'"),
    Pattern("Missing required subcommand.", "缺少子命令。"),
    Pattern("Unexpected argument '{}'", "多余的参数 '{}'"),
    Pattern("{} unexpected arguments: '{}'", "{} 个多余的参数：'{}'"),
    Pattern(
      "The option '{}' does not take any value, but '{}' was specified.",
      "选项 '{}' 不带值，却给了 '{}'。"),
    Pattern(
      "Value to be set with {} had already been set with {}", "{} 与前面的{} 冲突，只能给一个",
      splitting: true),
    Pattern("flag '{}' in '{}'", "选项 '{}'（在 '{}' 中）"),
    Pattern("flag '{}'", "选项 '{}'"),
    Pattern(
      "The value '{}' is invalid for '{}'. Please provide one of the following:\n{}",
      "'{}' 不能用作 '{}' 的值。可用的值：\n{}"),
    Pattern(
      "The value '{}' is invalid for '{}'. Please provide one of {}.",
      "'{}' 不能用作 '{}' 的值。可用的值：{}。", splitting: true),
    Pattern("The value '{}' is invalid for '{}': {}", "'{}' 不能用作 '{}' 的值：{}"),
    Pattern("The value '{}' is invalid for '{}'", "'{}' 不能用作 '{}' 的值"),
    Pattern("The value '{}' is invalid.{}", "值 '{}' 不对。{}"),
    Pattern("'{}', '{}', '{}', '{}' or '{}'", "'{}'、'{}'、'{}'、'{}' 或 '{}'"),
    Pattern("'{}', '{}', '{}' or '{}'", "'{}'、'{}'、'{}' 或 '{}'"),
    Pattern("'{}', '{}' or '{}'", "'{}'、'{}' 或 '{}'"),
    Pattern("'{}' and '{}'", "'{}' 或 '{}'"),
    Pattern("Invalid option: {}", "选项写法不对：{}"),
    Pattern(
      "Can't generate completion scripts for '{}'.\n"
        + "Please use --generate-completion-script=<shell> with one of:\n{}",
      "不能为 '{}' 生成补全脚本。\n请用 --generate-completion-script=<shell>，可用的 shell：\n{}"),
    Pattern(
      "Can't autodetect a supported shell.\n"
        + "Please use --generate-completion-script=<shell> with one of:\n{}",
      "认不出当前的 shell。\n请用 --generate-completion-script=<shell>，可用的 shell：\n{}"),
    Pattern("Command '{}' is not a parent of the current command.", "命令 '{}' 不是当前命令的上级。"),
    Pattern(
      "No value set for non-argument var {}. Replace with a static variable, or let constant.",
      "程序内部错误：变量 {} 没有值。"),
    Pattern(
      "Internal error. Parsing command-line arguments hit unimplemented code path.",
      "程序内部错误：这种命令行还不会解析。"),
    Pattern(
      "Internal error. Invalid state while parsing command-line arguments.", "程序内部错误：解析命令行时状态不对。"),
  ]

  /// Single lines of help and of the hints below a message.
  static let lines: [Pattern] = [
    Pattern("OVERVIEW: Show subcommand help information.", "概述：显示子命令的帮助。"),
    Pattern("OVERVIEW: {}", "概述：{}"),
    Pattern("USAGE: {}", "用法： {}", splitting: true),
    Pattern("Usage: {}", "用法： {}", splitting: true),
    Pattern("{} [<options>]{}", "{} [<选项>]{}", splitting: true),
    Pattern("{} <options>", "{} <选项>"),
    Pattern("{} <subcommand>", "{} <子命令>"),
    Pattern("{} <subcommands> ...]", "{} <子命令> ...]"),
    Pattern("Help:  {}", "说明：{}"),
    Pattern("ARGUMENTS:", "参数："),
    Pattern("OPTIONS:", "选项："),
    Pattern("SUBCOMMANDS:", "子命令："),
    Pattern("{} SUBCOMMANDS:", "{}："),
    Pattern("  See '{} <subcommand>' for detailed help.", "  详细说明见 '{} <子命令>'。"),
    Pattern("  See '{}' for more information.", "  更多说明见 '{}'。"),
  ]

  /// What stands right of a label; the label stays.
  static let abstracts: [Pattern] = [
    Pattern("Show help information.", "显示帮助。"),
    Pattern("Show the version.", "显示版本。"),
    Pattern("{}(values: {}; default as flag: {})", "{}（可用的值：{}；不带值时：{}）"),
    Pattern("{}(values: {}; default: {})", "{}（可用的值：{}；默认：{}）"),
    Pattern("{}(values: {})", "{}（可用的值：{}）"),
    Pattern("{}(default as flag: {})", "{}（不带值时：{}）"),
    Pattern("{}(default: {})", "{}（默认：{}）"),
  ]
}
