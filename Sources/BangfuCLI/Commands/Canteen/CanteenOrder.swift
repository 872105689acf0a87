import ArgumentParser
import Bangfu
import Domain

/// `bangfu canteen order`: what an organisation orders.
struct CanteenOrder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: say("录入订货：预留库存，还不是销售", "Enters an order: stock is reserved, nothing is sold yet."),
    discussion: say(
      "例：bangfu canteen order LCYZ --line HS01:120@6.50 --line BC01:2箱@1200 --on 2026-10-12",
      "Example: bangfu canteen order LCYZ --line HS01:120@6.50 --line BC01:2箱@1200 --on 2026-10-12")
  )
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("采购单位代码", "The buyer's code."))) var buyer: String
  @Option(
    help: ArgumentHelp(
      say("货号:数量，可加 @约定单价（可多次）", "SKU, quantity, maybe the agreed price; may be repeated."),
      valueName: "sku:quantity[@price]"))
  var line: [String]
  @Option(help: ArgumentHelp(say("要哪天送到；默认当天", "The day it is wished for; by default today.")))
  var on: BusinessDay?
  @Option(
    help: ArgumentHelp(
      say("渠道代码；只有一个食堂渠道时不用写", "The channel, where there are several canteen channels.")))
  var channel: String?
  @Option(help: ArgumentHelp(say("出货地点代码", "The location that its goods leave."))) var from: String?
  @Option(help: ArgumentHelp(say("备注，如对方的单号", "A remark, such as the buyer's own number.")))
  var note: String?
  @Option(help: ArgumentHelp(say("何时（ISO 8601）；默认现在", "When, ISO 8601; by default now.")))
  var at: Instant?
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var approval: ApprovalOptions
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    var order = CanteenOrderDraft(of: buyer)
    order.id = try id.map(RequestID.checked)
    (order.channel, order.location, order.note) = (channel, from, note)
    (order.wished, order.at) = (on, at)
    for text in line { order.lines.append(try OrderLine(parsing: text.typed)) }
    try sure.confirm(TypedTime(at, "--at"))
    if on.map({ $0 >= Today.day }) == true { try sure.confirm(TypedTime(on, "--on", .ahead(400))) }
    let programme = try global.open(operator: by.operator)
    let receipt = try approval.acting(in: programme, reason: note) {
      try programme.canteens.order(order)
    }
    guard format == .table else {
      return printRows(
        Table([.order, .total], rows: [[String(receipt.order), receipt.total.description]]), format)
    }
    printLine(
      say(
        "订货 \(receipt.order)：\(buyer)，合计 \(receipt.total.grouped)",
        "Order \(receipt.order) of \(buyer), worth \(receipt.total.grouped)")
        + (receipt.repeated ? say("　（已录过，没有重复记）", " (entered before; not entered twice)") : ""))
  }
}
