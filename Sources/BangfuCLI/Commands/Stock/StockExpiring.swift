import ArgumentParser
import Bangfu

/// `bangfu stock expiring`: lists the lots that expire soon, or have.
struct StockExpiring: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expiring",
    abstract: say("快到期和已到期的批次", "Lists the lots that expire soon, or have."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("多少天之内", "Within so many days."))) var within = 30
  @OptionGroup var at: LocationOption
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(global.open().stock.lots(of: nil, at: at.location, within: within))
  }
}
