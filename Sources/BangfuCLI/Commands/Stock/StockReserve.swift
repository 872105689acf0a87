import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock reserve`: goods promised to somebody.
struct StockReserve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reserve",
    abstract: say("预留：答应给谁的货，到哪天为止", "Promises goods to somebody until a day."),
    discussion: say(
      "预留的货还在架上，不锁定；剩下的不够时，柜台和 stock list 会提醒。取走时照常卖，再 stock release。",
      """
      They stay on hand and can be sold; the till and stock list warn when less is free than was promised. When they are \
      fetched, sell them as ever, and release.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("货号:数量，可多个", "SKU:QUANTITY; one or more."), valueName: "item"))
  var items: [String]
  @Option(name: .customLong("for"), help: ArgumentHelp(say("给谁", "For whom."))) var whom: String
  @Option(help: ArgumentHelp(say("到哪天为止 YYYY-MM-DD", "The last day."))) var until: BusinessDay
  @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
  var location: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption

  func run() throws {
    if until >= Today.day { try sure.confirm(TypedTime(until, "--until", .ahead(400))) }
    let programme = try global.open(operator: by.operator)
    let items = try StockItems(parsing: items)
    let number = try programme.reservations.reserve(items, at: location, for: whom, until: until)
    printToStandardError(
      say(
        "预留 \(number)：给 \(whom)，到 \(until)", "Reservation \(number) is for \(whom), until \(until)."
      ))
    let low = try programme.stock.low(of: items.codes, at: location, channel: nil)
    for product in low { printToStandardError(product.warning) }
  }
}
