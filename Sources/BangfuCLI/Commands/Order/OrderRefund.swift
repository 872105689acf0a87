import ArgumentParser
import Bangfu
import Domain

/// `bangfu order refund`: refunds an order: whole, or by quantity or money.
struct OrderRefund: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refund",
    abstract: say("退款：整单、部分数量或部分金额", "Refunds an order: whole, or by quantity or money."),
    discussion: say(
      "--line 行号:数量 退这么多货，按别的单位卖的要写单位，如 1:2斤；行号:数量@金额 指定退多少钱；数量写 0 只退钱。货回到仓库才写 --restock。",
      "--line N:QUANTITY takes so much back, with the unit where it was sold by another, as 1:2斤; N:QUANTITY@AMOUNT says how much money; quantity 0 is money only. Say --restock only when the goods came back to stock."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("单号", "The order's document number."))) var document: Int64
  @Option(help: ArgumentHelp(say("退哪一行（可多次）", "A line; may be repeated.")))
  var line: [String] = []
  @Flag(help: ArgumentHelp(say("退剩下的全部", "All that is left."))) var all = false
  @Option(
    help: ArgumentHelp(
      say("怎么退钱，方式:金额；默认原路退回", "How the money goes back, METHOD:AMOUNT; by default as it came.")))
  var tender: [String] = []
  @Flag(help: ArgumentHelp(say("货已回到仓库", "The goods came back to stock."))) var restock = false
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String?
  @Option(help: ArgumentHelp(say("何时（ISO 8601）；默认现在", "When, ISO 8601; by default now.")))
  var at: Instant?
  @OptionGroup var sure: YesOption
  @Option(help: ArgumentHelp(say("UUID：同一个只退一次", "A UUID: the same one refunds once.")))
  var id: String?
  @OptionGroup var by: OperatorOption
  @OptionGroup var approval: ApprovalOptions
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    guard all != !line.isEmpty else { throw Problem("refund_what") }
    var request = RefundRequest(document: document)
    request.id = try id.map(RequestID.checked)
    request.lines = try line.map { try RefundRequest.Line(parsing: $0.typed) }
    request.tenders = try tender.map { try Tender(typed: $0) }
    request.restock = restock
    request.at = at
    request.reason = reason
    try sure.confirm(TypedTime(at, "--at"))
    let programme = try global.open(operator: by.operator)
    let receipt = try approval.acting(in: programme, reason: reason) {
      try programme.orders.refund(request)
    }
    receipt.show(
      say(
        "已退款 \(receipt.total.grouped)，记在 \(receipt.day)，退款单 \(receipt.document)",
        "Refunded \(receipt.total.grouped), booked on \(receipt.day); document \(receipt.document)."
      ), format)
  }
}
