import ArgumentParser
import Bangfu

/// `bangfu stock expired-sales`: what was sold though it had expired, to look at when the day ends.
struct StockExpiredSales: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expired-sales",
    abstract: say(
      "日结清单：今天（或别的日子）卖出的过期商品，谁批准、为什么",
      "Lists expired goods sold today, or on other days, who approved it and why."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var days: DaysOption
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().stock.expiredSales(in: days.range)) }
}
