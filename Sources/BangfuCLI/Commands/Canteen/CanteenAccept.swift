import ArgumentParser
import Bangfu
import Domain

/// `bangfu canteen accept`: what the buyer weighed or counted.
struct CanteenAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: say("验收：按称重或清点的数量卖出，拒收的退回库存", "Accepts a delivery: what was weighed is sold."),
    discussion: say(
      "没有写的，按送的数量收。收的加拒的比送的少，差的记为途中损耗。例：bangfu canteen accept 12 --accepted HS01:118.5 --refused BC01:1 --reason 破损 --signed-by 王老师",
      """
      What is not named is accepted as it was delivered. Where accepted and refused are less than was delivered, the rest \
      was lost on the way. Example: bangfu canteen accept 12 --accepted HS01:118.5 --refused BC01:1 --reason broken \
      --signed-by Wang
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("送货编号", "The delivery's number."))) var delivery: Int64
  @Option(
    help: ArgumentHelp(
      say("货号:实收数量，可多次", "SKU:QUANTITY as weighed or counted; may be repeated."), valueName: "item")
  )
  var accepted: [String] = []
  @Option(
    help: ArgumentHelp(
      say("货号:拒收数量，可加 #批号，可多次", "SKU:QUANTITY that is refused, maybe #LOT; may be repeated."),
      valueName: "item"))
  var refused: [String] = []
  @Option(help: ArgumentHelp(say("为什么拒收", "Why it is refused."))) var reason: String?
  @Option(help: ArgumentHelp(say("对方谁签收", "Who signed for the buyer."))) var signedBy: String
  @Option(help: ArgumentHelp(say("何时（ISO 8601）；默认现在", "When, ISO 8601; by default now.")))
  var at: Instant?
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    if !refused.isEmpty, reason == nil {
      throw ValidationError(say("拒收要写 --reason 原因", "To refuse goods, say why: --reason."))
    }
  }

  func run() throws {
    var draft = CanteenAcceptanceDraft(of: delivery, signedBy: signedBy)
    draft.id = try id.map(RequestID.checked)
    draft.accepted = try StockItems(counted: accepted.map(\.typed))
    draft.refused = try StockItems(parsing: refused)
    (draft.reason, draft.at) = (reason, at)
    try sure.confirm(TypedTime(at, "--at"))
    let done = try global.open(operator: by.operator).canteens.accept(draft)
    guard format == .table else {
      return printRows(
        Table(
          [.acceptance, .document, .total, .day],
          rows: [
            [
              String(done.acceptance), done.document.map { String($0) } ?? "",
              done.total.description, done.day?.description ?? "",
            ]
          ]), format)
    }
    let words: String
    if let document = done.document, let day = done.day {
      words = say(
        "验收 \(done.acceptance)：卖出 \(done.total.grouped)，单号 \(document)，记在 \(day)",
        "Acceptance \(done.acceptance): sold \(done.total.grouped), document \(document), booked on \(day)"
      )
    } else {
      words = say(
        "验收 \(done.acceptance)：全部没有收", "Acceptance \(done.acceptance): nothing was accepted")
    }
    printLine(
      words + (done.repeated ? say("　（已录过，没有重复记）", " (entered before; not entered twice)") : ""))
  }
}
