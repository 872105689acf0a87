import ArgumentParser
import Bangfu

/// `bangfu stock lots`: lists the lots on hand, the first to expire first.
struct StockLots: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lots",
    abstract: say("现存的批次，先到期的在前", "Lists the lots on hand, the first to expire first."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String?
  @OptionGroup var at: LocationOption
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(global.open().stock.lots(of: sku, at: at.location, within: nil))
  }
}
