import ArgumentParser
import Bangfu

/// `bangfu stock moves`: lists moves of stock, newest first.
struct StockMoves: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moves", abstract: say("出入库流水，新的在前", "Lists moves of stock, newest first."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String?
  @OptionGroup var at: LocationOption
  @OptionGroup var days: DaysOption
  @OptionGroup var limit: RowLimit
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(
      global.open().stock.moves(
        of: sku, at: at.location, in: days.range ?? .all, limit: limit.rows(options)))
  }
}
