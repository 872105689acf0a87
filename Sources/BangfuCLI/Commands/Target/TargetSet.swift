import ArgumentParser
import Bangfu
import Domain

/// `bangfu target set`: sets the target of a period, in yuan.
struct TargetSet: ParsableCommand {
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
  @OptionGroup var approval: ApprovalOptions

  func run() throws {
    try sure.confirm(TypedTime(from, "--from", .period), TypedTime(to, "--to", .period))
    let amount = try Money(asked: amount.typed, in: amount)
    let programme = try global.open(operator: by.operator)
    if let known = try programme.targets.amount(from: from, to: to), known != amount, reason != nil
    {
      try confirm(
        say(
          "目标 \(from) 至 \(to) 现在是 \(known.grouped) 元，改为 \(amount.grouped) 元？",
          "The target of \(from) to \(to) is \(known.grouped) yuan now. Make it \(amount.grouped)?"
        ),
        yes: sure.yes)
    }
    try approval.acting(in: programme, reason: reason) {
      try programme.targets.set(amount, from: from, to: to, reason: reason)
    }
    printToStandardError(
      say(
        "目标 \(from) 至 \(to)：\(amount.grouped) 元",
        "The target of \(from) to \(to) is \(amount.grouped) yuan."))
  }
}
