import ArgumentParser
import Bangfu
import Domain

/// `bangfu canteen order`: what an organisation orders.
struct CanteenOrder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: say("录入订货：预留库存，还不是销售", "Enters an order: stock is reserved, nothing is sold yet."),
    discussion: say(
      "例：bangfu canteen order LCYZ --line HS01:120@6.50 --line BC01:2箱@1200 --on 2026-10-12。--file 读对方的订货单（XLSX 或 CSV）：全部录入，或一行也不录；同一张单不会录两次。",
      """
      Example: bangfu canteen order LCYZ --line HS01:120@6.50 --line BC01:2箱@1200 --on 2026-10-12. --file reads an order \
      sheet of the buyer's own (XLSX or CSV), all of it or nothing; the same sheet makes nothing twice.
      """)
  )
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("采购单位代码；订货单里有就不用写", "The buyer's code; not needed where a sheet says it.")))
  var buyer: String?
  @Option(
    help: ArgumentHelp(
      say("货号:数量，可加 @约定单价（可多次）", "SKU, quantity, maybe the agreed price; may be repeated."),
      valueName: "sku:quantity[@price]"))
  var line: [String] = []
  @Option(
    help: ArgumentHelp(say("对方的订货单：XLSX 或 CSV", "An order sheet of the buyer's own: XLSX or CSV.")))
  var file: String?
  @Option(
    help: ArgumentHelp(say("订货单的格式名；默认自动识别", "The sheet's profile; by default the one that fits.")))
  var profile: String?
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

  func validate() throws {
    if file == nil, buyer == nil || line.isEmpty {
      throw ValidationError(
        say("请写采购单位和 --line 货，或用 --file", "Name the buyer and give --line, or give --file."))
    }
    if file != nil, !line.isEmpty || id != nil || at != nil {
      throw ValidationError(
        say("--file 不和 --line、--id、--at 一起写", "--file goes without --line, --id and --at."))
    }
  }

  func run() throws {
    if let file { return try enter(sheet: file) }
    let buyer = buyer ?? ""
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

  /// Enters the orders of a sheet, and says what they are.
  private func enter(sheet file: String) throws {
    if on.map({ $0 >= Today.day }) == true { try sure.confirm(TypedTime(on, "--on", .ahead(400))) }
    let programme = try global.open(operator: by.operator)
    programme.profiles = try Session.profiles()
    let done = try approval.acting(in: programme, reason: note) {
      try withInput(file) { path in
        var request = CanteenSheetRequest(path, name: file)
        (request.buyer, request.wished, request.profile) = (buyer, on, profile)
        (request.channel, request.location, request.note) = (channel, from, note)
        return try programme.canteens.order(fromSheet: request)
      }
    }
    guard format == .table else {
      return printRows(
        Table(
          [.order, .buyer, .named("wished"), .lines, .total, .named("repeated")],
          rows: done.orders.map {
            [
              Cell($0.order), Cell($0.buyer), Cell($0.wished?.description), Cell($0.lines),
              Cell($0.total), Cell($0.repeated),
            ]
          }), format)
    }
    for order in done.orders {
      let day = order.wished.map { say("，\($0) 要货", ", wished for \($0)") } ?? ""
      printLine(
        say(
          "订货 \(order.order)：\(order.buyer)，\(order.lines) 行，合计 \(order.total.grouped)\(day)",
          "Order \(order.order) of \(order.buyer), \(order.lines) \(order.lines == 1 ? "line" : "lines"), worth \(order.total.grouped)\(day)"
        )
          + (order.repeated
            ? say("　（这张单录过，没有重复记）", " (the sheet was entered before; not entered twice)") : ""))
    }
    if done.unordered > 0 {
      printToStandardError(
        say(
          "没有数量、没有订的行：\(done.unordered)",
          "Rows without a quantity, which order nothing: \(done.unordered)."))
    }
  }
}
