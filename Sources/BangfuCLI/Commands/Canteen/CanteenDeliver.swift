import ArgumentParser
import Bangfu
import Domain

/// `bangfu canteen deliver`: goods of an order leave.
struct CanteenDeliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: say(
      "送货，可以分几次：货出库，等对方验收", "Delivers, maybe in parts: goods leave, and wait for acceptance."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("订货编号", "The order's number."))) var order: Int64
  @Argument(
    help: ArgumentHelp(
      say(
        "货号:数量，可带单位，可加 #批号；不写就是还没送的全部",
        "SKU:QUANTITY, maybe with a unit and #LOT; without any, all that is still due."),
      valueName: "item"))
  var items: [String] = []
  @Option(help: ArgumentHelp(say("备注，如车牌号", "A remark, such as the car's number."))) var note:
    String?
  @Option(help: ArgumentHelp(say("何时（ISO 8601）；默认现在", "When, ISO 8601; by default now.")))
  var at: Instant?
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let items = try StockItems(parsing: items)
    let id = try id.map(RequestID.checked)
    try sure.confirm(TypedTime(at, "--at"))
    let done = try global.open(operator: by.operator).canteens.deliver(
      items, of: order, id: id, note: note, at: at)
    guard format == .table else {
      return printRows(
        Table([.delivery, .due], rows: [[String(done.delivery), done.left.short]]), format)
    }
    printLine(
      (done.left > .zero
        ? say(
          "送货 \(done.delivery)：订货 \(order) 还有没送的",
          "Delivery \(done.delivery); more of order \(order) is due")
        : say(
          "送货 \(done.delivery)：订货 \(order) 已送齐",
          "Delivery \(done.delivery); order \(order) is delivered whole"))
        + (done.repeated ? say("　（已录过，没有重复记）", " (entered before; not entered twice)") : ""))
  }
}
