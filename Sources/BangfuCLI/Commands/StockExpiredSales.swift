import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock expired-sales`: what was sold though it had expired, to look at when the day ends.
struct StockExpiredSales: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expired-sales",
    abstract: say(
      "日结清单：卖出的过期商品，谁批准、为什么", "Lists expired goods that were sold, who approved it and why."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("哪一天；默认今天", "The day; by default today."))) var day: BusinessDay?
  @Option(help: ArgumentHelp(say("到哪一天；默认同一天", "The last day; by default the same.")))
  var to: BusinessDay?
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().expiredSales(from: day, to: to)) }
}
