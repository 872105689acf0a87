import ArgumentParser
import Bangfu

/// `bangfu tourism list`: what was said of visitors.
struct TourismList: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("各单的游客", "Lists the visitors of sales."))
  }
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.openForReports().tourism.list()) }
}
