import ArgumentParser
import Bangfu

/// `bangfu month history`: lists what was done to months.
struct MonthHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: say("历次结账和没有销售的签字", "Lists closes, and what was signed to be without sales."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().months.history()) }
}
