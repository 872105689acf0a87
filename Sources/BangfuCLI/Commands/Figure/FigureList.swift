import ArgumentParser
import Bangfu

/// `bangfu figure list`: lists what was published.
struct FigureList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出发布的版本", "Lists what was published."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(global.openForReports().figures.list(), levels: ["counted"])
  }
}
