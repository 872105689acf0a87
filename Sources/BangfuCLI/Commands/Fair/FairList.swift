import ArgumentParser
import Bangfu

/// `bangfu fair list`: lists the fairs.
struct FairList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "列出展销会：现场销售，另有签约和交货", "Lists the fairs: sales, and, apart, what was signed and delivered."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.openForReports().fairs.list()) }
}
