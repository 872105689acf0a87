import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock`: goods received and on hand.
struct StockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stock", abstract: say("库存：入库与现存", "Stock: receive, and what is on hand."),
    subcommands: [Receive.self, List.self, Shortages.self])

  struct Receive: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "receive", abstract: say("入库", "Receives goods."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("货号或条码", "The sku or a barcode."))) var sku: String
    @Argument(help: ArgumentHelp(say("数量（基本单位）", "The quantity, in base units."))) var quantity:
      String
    @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
    var location: String?
    @Option(help: ArgumentHelp(say("每单位进价（元）", "Yuan for a base unit."))) var cost: String?
    @Option(help: ArgumentHelp(say("批号", "The lot's number."))) var lot: String?
    @Option(help: ArgumentHelp(say("保质期至 YYYY-MM-DD", "The last day it may be sold."))) var expires:
      BusinessDay?
    @Option(help: ArgumentHelp(say("经手人", "Who does it."))) var `operator`: String?
    @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

    func run() throws {
      var receipt = Receipt(code: sku, quantity: try Quantity(asked: quantity, of: sku))
      receipt.location = location
      if let cost { receipt.cost = try Money(asked: cost, in: "--cost") }
      receipt.lot = lot
      receipt.expires = expires
      let level = try global.open(operator: `operator`).receive(receipt)
      if format == .table {
        printLine(
          say(
            "\(level.location) 入库 \(level.sku) \(level.name) \(receipt.quantity.short) \(level.unit)，现存 \(level.quantity.short) \(level.unit)",
            "Received \(receipt.quantity.short) \(level.unit) of \(level.sku) \(level.name) into \(level.location): \(level.quantity.short) on hand."
          ))
      } else {
        printRows(table([level]), format)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: say("现存数量", "Lists what is on hand."))
    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp(say("只看一个地点", "Of one location."))) var location: String?
    @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

    func run() throws {
      printRows(table(try global.open().stockLevels(location: location)), format)
    }
  }

  struct Shortages: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "shortages",
      abstract: say("已发生的销售缺了哪些库存", "Lists what sales that had happened found too little of."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().shortages()) }
  }

  static func table(_ levels: [StockLevel]) -> Table {
    Table(
      ["location", "sku", "name", "quantity", "unit"].map(Headings.column),
      rows: levels.map { [$0.location, $0.sku, $0.name, $0.quantity.short, $0.unit] })
  }
}

private func table(_ levels: [StockLevel]) -> Table { StockCommand.table(levels) }
