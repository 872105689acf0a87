import ArgumentParser
import Bangfu
import Domain

/// `bangfu figure publish`: publishes the figure of a month that is closed.
struct FigurePublish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: say("发布一个已结账月份的销售额", "Publishes the figure of a month that is closed."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Option(help: ArgumentHelp(say("备注", "A note."))) var reason: String?
  @OptionGroup var by: OperatorOption
  @OptionGroup var approval: ApprovalOptions

  func run() throws {
    let programme = try global.open(operator: by.operator)
    let counted = try approval.acting(in: programme, reason: reason) {
      try programme.figures.publish(month, reason: reason)
    }
    let version = try programme.figures.version(of: month)
    printLine(
      say(
        "已发布 \(month) 第 \(version.number) 版：计入 \(counted.grouped)，SHA-256 \(version.sha256)",
        "Published \(month), version \(version.number): counted \(counted.grouped), SHA-256 \(version.sha256)"
      ))
  }
}
