import ArgumentParser
import Bangfu

/// `bangfu location list`: lists the locations.
struct LocationList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出地点", "Lists the locations."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(Table(global.open().locations.list())) }
}
