import ArgumentParser
import Bangfu
import Domain

/// `bangfu target remove`: takes away a target that was a mistake.
struct TargetRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: say("去掉设错的目标", "Takes away a target that was a mistake."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay
  @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption
  @OptionGroup var approval: ApprovalOptions

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(
      say("去掉目标 \(from) 至 \(to)？", "Take the target of \(from) to \(to) away?"), yes: yes)
    try approval.acting(in: programme, reason: reason) {
      try programme.targets.remove(from: from, to: to, reason: reason)
    }
    printToStandardError(
      say("已去掉目标 \(from) 至 \(to)", "The target of \(from) to \(to) is taken away."))
  }
}
