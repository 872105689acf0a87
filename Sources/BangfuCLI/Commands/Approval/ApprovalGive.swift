import ArgumentParser
import Bangfu

/// `bangfu approval give`: approves what somebody else asked for.
struct ApprovalGive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give", abstract: say("批准别人的申请", "Approves what somebody else asked for."),
    discussion: say(
      "批准一天内有效，只准一次：申请的人把原来的命令再运行一次。",
      "It holds for a day and for one act: whoever asked runs the same command again."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("申请号", "The number."))) var number: Int64
  @Option(help: ArgumentHelp(say("备注", "A note."))) var reason: String?
  @OptionGroup var by: OperatorOption

  func run() throws {
    try global.open(operator: by.operator).approvals.end(number, isGiven: true, reason: reason)
    printToStandardError(say("已批准第 \(number) 号", "Approval \(number) is given."))
  }
}
