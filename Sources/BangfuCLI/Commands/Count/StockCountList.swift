import ArgumentParser
import Bangfu

/// `bangfu stock count list`: lists the counts.
struct StockCountList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出盘点", "Lists the counts."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().counts.list()) }
}
