import ArgumentParser
import Bangfu

/// `bangfu duplicates list`: lists groups to decide, or decisions.
struct DuplicatesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出待决定的组，或已有的决定", "Lists groups to decide, or decisions that stand."))
  @OptionGroup var global: GlobalOptions
  @Flag(help: ArgumentHelp(say("列出已有的决定", "The decisions that stand."))) var decided = false
  @OptionGroup var limit: RowLimit
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(
      global.open().duplicates.list(decided: decided, limit: limit.rows(options)))
  }
}
