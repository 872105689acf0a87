import ArgumentParser
import Bangfu

/// `bangfu stock transfer send`: sends goods.
struct StockTransferSend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: say("发出", "Sends goods."))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("货号:数量，可带单位，可加 #批号，可多个", "SKU:QUANTITY, maybe with a unit and #LOT; one or more."),
      valueName: "item"))
  var items: [String]
  @Option(help: ArgumentHelp(say("发出地点；默认为默认门店", "Where from; by default the default location.")))
  var from: String?
  @Option(help: ArgumentHelp(say("收货地点", "Where to."))) var to: String
  @Option(help: ArgumentHelp(say("说明，如车牌号", "A remark, such as the car's number."))) var note:
    String?
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let transfer = try global.open(operator: by.operator).transfers.send(
      StockItems(parsing: items), from: from, to: to, reason: note)
    switch format {
    case .json: printLine(JSON.object([("transfer", .int(transfer))]).pretty)
    case .csv: printLine("transfer\n\(transfer)")
    case .table:
      printLine(say("调拨 \(transfer) 已发往 \(to)", "Transfer \(transfer) is in transit to \(to)."))
    }
  }
}
