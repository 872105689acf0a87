import ArgumentParser
import Bangfu

/// `bangfu approval rules`: lists what needs a second person.
struct ApprovalRules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: say(
      "列出哪些事要第二个人批准", "Lists what needs a second person: above how many yuan, and who may be."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().approvals.rules()) }
}
