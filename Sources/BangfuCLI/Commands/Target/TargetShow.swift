import ArgumentParser
import Bangfu

/// `bangfu target show`: lists the targets, and what is counted.
struct TargetShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("列出目标和已计入的销售额", "Lists the targets, and what is counted."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().targets.list()) }
}
