import ArgumentParser
import Bangfu

/// `bangfu seal list`: lists the seals.
struct SealList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出封条，新的在前", "Lists the seals, newest first."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var limit: RowLimit
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(global.open().seals.list(limit: limit.rows(options)))
  }
}
