import ArgumentParser
import Bangfu

/// `bangfu stock transfer list`: lists what is in transit; all transfers with --all.
struct StockTransferList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("在途的调拨；--all 为全部", "Lists what is in transit; all transfers with --all."))
  @OptionGroup var global: GlobalOptions
  @Flag(help: ArgumentHelp(say("全部调拨", "All transfers."))) var all = false
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().transfers.list(all: all)) }
}
