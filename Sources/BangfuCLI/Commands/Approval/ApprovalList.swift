import ArgumentParser
import Bangfu

/// `bangfu approval list`: lists what waits for a second person.
struct ApprovalList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出等批准的申请", "Lists what waits for a second person."))
  @OptionGroup var global: GlobalOptions
  @Flag(help: ArgumentHelp(say("连同已结束的", "With those that have ended."))) var all = false
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().approvals.list(all: all)) }
}
