import ArgumentParser
import Bangfu
import Domain

/// `bangfu approval rule`: says above how many yuan an act needs a second person.
struct ApprovalRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: say("设定超过多少元要第二个人批准", "Says above how many yuan an act needs a second person."),
    discussion: say(
      "例：bangfu approval rule refund clerk --above 200 --reason 新规定。0 是每次都要；--never 是不要。",
      "Example: bangfu approval rule refund clerk --above 200 --reason 'new rule'. 0 is always; --never is never."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say(
        "事：expired 过期、discount 优惠、refund 退款、count 盘点、target 目标、publish 发布、restate 重述",
        "The act: expired, discount, refund, count, target, publish or restate.")))
  var kind: String
  @Argument(
    help: ArgumentHelp(
      say(
        "谁做：owner、clerk、accountant、official", "By whom: owner, clerk, accountant or official.")))
  var role: String
  @Option(help: ArgumentHelp(say("超过多少元", "Above how many yuan."))) var above: String?
  @Flag(help: ArgumentHelp(say("不要批准", "It never needs one."))) var never = false
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(say("谁可以批准（角色）", "The roles that may approve.")))
  var approvers: [String] = []
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var by: OperatorOption

  func validate() throws {
    if (above == nil) != never {
      throw ValidationError(say("写 --above 元 或 --never", "Give --above YUAN, or --never."))
    }
  }

  func run() throws {
    let above = try above.map { try Money(asked: $0.typed, in: "--above") }
    try global.open(operator: by.operator).approvals.setRule(
      kind, role: role, above: above, approvers: approvers.isEmpty ? nil : approvers,
      reason: reason)
    printToStandardError(say("已设定", "The rule is set."))
  }
}
