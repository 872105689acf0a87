import ArgumentParser
import Bangfu
import Domain

/// Goods that a platform's customer sent back.
struct StockTakeBack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-back",
    abstract: say("平台顾客退回的货到了", "Goods that a platform's customer sent back have arrived."),
    discussion: say(
      "退款不等于退货：平台文件里的退款不会自动加库存，收到货、看过以后再用本命令。",
      "A refund is no parcel: refunds in a platform's files bring nothing back. Say it here once the goods were seen."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("货号:数量，可带单位，可多个", "SKU:QUANTITY, maybe with a unit; one or more."), valueName: "item"))
  var items: [String]
  @Option(help: ArgumentHelp(say("平台的订单号", "The platform's order number."))) var order: String
  @Option(
    help: ArgumentHelp(say("货在哪里；默认为默认门店", "Where they are; by default the default location.")))
  var location: String?
  @Flag(help: ArgumentHelp(say("不能再卖，直接记损耗", "They cannot be sold again: straight to waste.")))
  var waste = false
  @Option(help: ArgumentHelp(say("原因或备注", "Why, or a remark."))) var reason: String?
  @OptionGroup var by: OperatorOption

  func run() throws {
    let cost = try global.open(operator: by.operator).stock.acceptReturn(
      StockItems(parsing: items), of: order, to: location, toWaste: waste, reason: reason)
    printToStandardError(
      waste
        ? say(
          "已收到并记损耗，成本 \(cost.grouped)",
          "Returned, and out as waste, at a cost of \(cost.grouped).")
        : say("已退回入库，成本 \(cost.grouped)", "Returned into stock, at a cost of \(cost.grouped)."))
  }
}
