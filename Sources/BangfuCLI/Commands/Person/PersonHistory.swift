import ArgumentParser
import Bangfu

/// `bangfu person history`: lists what was done to persons, by whom and why.
struct PersonHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: say("人员的历次改动：谁、何时、为什么", "Lists what was done to persons: by whom, when, why."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().people.history()) }
}
