import ArgumentParser
import Bangfu
import Domain

/// `bangfu supplier buyback`: goods that a supplier takes at an agreed price, under a contract.
struct SupplierBuyback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buyback",
    abstract: say(
      "回购出库：按合同价抵欠款，不是销售",
      "Gives goods to a supplier under a contract: no sale; set against what is owed."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String
  @Argument(
    help: ArgumentHelp(
      say("货号:数量，可加 #批号，可多个", "SKU:QUANTITY, maybe with #LOT; one or more."), valueName: "item"))
  var items: [String]
  @Option(
    name: [.customLong("from"), .customLong("location")],
    help: ArgumentHelp(say("出货地点；默认为默认门店", "Where from; by default the default location.")))
  var from: String?
  @Option(help: ArgumentHelp(say("日期；默认今天", "The day; by default today."))) var day: BusinessDay?
  @Option(help: ArgumentHelp(say("备注，如单号", "A remark, such as the note's number."))) var note:
    String?
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    try sure.confirm(TypedTime(day, "--day"))
    let result = try global.open(operator: by.operator).buyBacks.enter(
      StockItems(parsing: items), by: supplier, from: from, day: day, note: note,
      id: id.map(RequestID.checked))
    result.show(
      say(
        "回购 \(result.number)：\(supplier) 应付 \(result.amount.grouped)，成本 \(result.cost.grouped)，记在 \(day ?? Today.day)",
        "Buy-back \(result.number): \(supplier) owes \(result.amount.grouped) for goods that cost \(result.cost.grouped), booked on \(day ?? Today.day)"
      ), format)
    if format == .table {
      printToStandardError(
        say(
          "记错了就撤销：bangfu supplier buyback-undo \(result.number) --reason 原因",
          "If that was wrong: bangfu supplier buyback-undo \(result.number) --reason WHY"))
    }
  }
}
