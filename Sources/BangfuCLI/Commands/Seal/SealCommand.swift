import ArgumentParser

/// `bangfu seal`: seals over the facts.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: say(
      "封存：记下的事此后改一个字都查得出", "Seals the facts, so that whatever is changed later is found."),
    discussion: say(
      "不带子命令就是封存还没有封存的；每月关账前会自动封存，也可以每晚用 cron 运行。",
      "Without a subcommand it seals what no seal covers yet; let cron run it every night."),
    subcommands: [SealNow.self, SealList.self, SealShow.self, SealVerify.self],
    defaultSubcommand: SealNow.self)
}
