import ArgumentParser

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  /// The language, which `Language.current` has read already.
  @Option(help: ArgumentHelp(say("文字的语言", "The language of words.")))
  var lang: Language?

  /// The programme: one schema of the database.
  @Option(help: ArgumentHelp(say("帮扶项目代码", "The programme's code.")))
  var programme = "pengshui"

  /// Whose rights hold: the login of a person.
  @Option(
    help: ArgumentHelp(
      say("以谁的登录运行（口令见 PGPASSFILE）", "The login to work as (password: PGPASSFILE)."),
      valueName: "login"))
  var `as`: String?
}

extension Language: ExpressibleByArgument {}
