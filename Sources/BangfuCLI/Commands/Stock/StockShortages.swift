import ArgumentParser
import Bangfu

/// `bangfu stock shortages`: lists what sales that had happened are still short of.
struct StockShortages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shortages",
    abstract: say("已发生的销售还缺哪些库存", "Lists what sales that had happened are still short of."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().stock.shortages()) }
}
