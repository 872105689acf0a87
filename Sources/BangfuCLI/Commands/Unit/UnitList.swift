import ArgumentParser
import Bangfu

/// `bangfu unit list`: lists the units.
struct UnitList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出单位", "Lists the units."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(Table(global.open().units.list())) }
}
