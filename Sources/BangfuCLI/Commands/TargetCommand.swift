import ArgumentParser
import Bangfu
import Domain

/// `bangfu target`: what the programme promised.
struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target", abstract: say("目标", "What the programme promised."),
    subcommands: [Set.self, Show.self])

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: say("设定一段时间的目标（元）", "Sets the target of a period, in yuan."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("金额，如 138000000.00", "The amount, such as 138000000.00.")))
    var amount: String
    @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay
    @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay

    func run() throws {
      let amount = try Money(asked: amount, in: amount)
      try global.open().setTarget(amount, from: from, to: to)
      printToStandardError(
        say(
          "目标 \(from) 至 \(to)：\(amount.grouped) 元",
          "The target of \(from) to \(to) is \(amount.grouped) yuan."))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: say("列出目标和已计入的销售额", "Lists the targets, and what is counted."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().targets()) }
  }
}
