import ArgumentParser
import Bangfu
import Domain

/// `bangfu target`: what the programme promised.
struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target", abstract: say("目标", "What the programme promised."),
    subcommands: [Set.self, Show.self, History.self, Remove.self])

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: say("设定一段时间的目标（元）", "Sets the target of a period, in yuan."),
      discussion: say(
        "改动已定的目标要写 --reason，会先问；旧的留在 bangfu target history 里。",
        "To change a target that stands say why: --reason; it asks first. The old one stays in bangfu target history."
      ))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("金额，如 138000000.00", "The amount, such as 138000000.00.")))
    var amount: String
    @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay
    @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay
    @Option(help: ArgumentHelp(say("改动的原因", "Why it is changed."))) var reason: String?
    @OptionGroup var sure: YesOption
    @OptionGroup var by: OperatorOption

    func run() throws {
      try sure.confirm(TypedTime(from, "--from", .period), TypedTime(to, "--to", .period))
      let amount = try Money(asked: amount.typed, in: amount)
      let programme = try global.open(operator: by.operator)
      if let known = try programme.target(from: from, to: to), known != amount, reason != nil {
        try confirm(
          say(
            "目标 \(from) 至 \(to) 现在是 \(known.grouped) 元，改为 \(amount.grouped) 元？",
            "The target of \(from) to \(to) is \(known.grouped) yuan now. Make it \(amount.grouped)?"
          ),
          yes: sure.yes)
      }
      try programme.setTarget(amount, from: from, to: to, reason: reason)
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

  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history",
      abstract: say("目标的历次改动：谁、何时、为什么", "Lists what targets were: who set them, when, why."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().targetHistory()) }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: say("去掉设错的目标", "Takes away a target that was a mistake."))
    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay
    @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay
    @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
    @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
    @OptionGroup var by: OperatorOption

    func run() throws {
      let programme = try global.open(operator: by.operator)
      try confirm(
        say("去掉目标 \(from) 至 \(to)？", "Take the target of \(from) to \(to) away?"), yes: yes)
      try programme.removeTarget(from: from, to: to, reason: reason)
      printToStandardError(
        say("已去掉目标 \(from) 至 \(to)", "The target of \(from) to \(to) is taken away."))
    }
  }
}
