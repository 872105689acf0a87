import ArgumentParser
import Bangfu

/// `bangfu approval refuse`: refuses what somebody asked for, or withdraws what one asked for.
struct ApprovalRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: say("不批准，或撤回自己的申请", "Refuses what somebody asked for, or withdraws one's own."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("申请号", "The number."))) var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String?
  @OptionGroup var by: OperatorOption

  func run() throws {
    try global.open(operator: by.operator).approvals.end(number, isGiven: false, reason: reason)
    printToStandardError(say("第 \(number) 号不批准", "Approval \(number) is refused."))
  }
}
