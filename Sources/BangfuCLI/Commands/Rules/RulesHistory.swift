import ArgumentParser
import Bangfu

/// `bangfu rules history`: lists what was set, by whom, when and why.
struct RulesHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: say("规则的历次设定：谁、何时、为什么", "Lists what was set: by whom, when, why."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().rules.history()) }
}
