import ArgumentParser
import Bangfu
import Domain

/// What is assembled, and where.
struct StockAssembly: ParsableArguments {
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
  @Argument(help: ArgumentHelp(say("数量，可带单位", "How many, maybe of a unit."))) var quantity: String
  @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
  var location: String?
  @OptionGroup var by: OperatorOption

  func run(_ global: GlobalOptions, apart: Bool) throws {
    let entered = try EnteredQuantity(asked: quantity.typed, of: sku)
    let programme = try global.open(operator: by.operator)
    let cost = try programme.stock.assemble(
      sku, entered.number, unit: entered.unit, apart: apart, at: location)
    let words =
      entered.unit.map { "\(entered.number.short) \($0)" } ?? say("\(quantity) 个", "\(quantity)")
    printToStandardError(
      apart
        ? say(
          "已拆开 \(words) \(sku)，成本 \(cost.grouped)",
          "Took apart \(words) of \(sku), at a cost of \(cost.grouped).")
        : say(
          "已组装 \(words) \(sku)，成本 \(cost.grouped)",
          "Assembled \(words) of \(sku), at a cost of \(cost.grouped)."))
    if !apart { try warnOfExpiry(of: sku, in: programme) }
  }
}

/// Says that a product does not keep the days on which its parts expire, where that is so.
func warnOfExpiry(of sku: String, in programme: Programme) throws {
  guard try programme.parts.loseExpiry(of: sku) else { return }
  printToStandardError(
    say(
      "注意：\(sku) 不按批次管理，卖它时不看组成的保质期；拆开时按最近组装所用的最早保质期。没有库存时可用 bangfu product change \(sku) --lots",
      "Note: \(sku) is not kept by lot: a sale of it does not ask when its parts expire; taken apart, they get the "
        + "earliest last day of those that were built in last. While there is none of it: bangfu product change \(sku) --lots"
    ))
}
