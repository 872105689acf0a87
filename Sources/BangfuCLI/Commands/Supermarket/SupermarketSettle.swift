import ArgumentParser
import Bangfu
import Domain

/// `bangfu supermarket settle`: what a supermarket settled for a period, and deducts.
struct SupermarketSettle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: say("登记一期结算和扣款", "Keeps what a supermarket settled for a period, and deducts."),
    discussion: say(
      """
      例：bangfu supermarket settle zhenhua --to 2025-10-25 --settled 8200.00 --deduct 进场费:300 --deduct 条码费:50。\
      不写 --settled 就按合同从它的单子算；不写 --from 就从上一期的次日起。不认识的扣款照记，并提示。
      """,
      """
      Example: bangfu supermarket settle zhenhua --to 2025-10-25 --settled 8200.00 --deduct 进场费:300 --deduct 条码费:50. \
      Without --settled it is what the terms make of its sheets; without --from it begins after the last period. A \
      deduction of unknown kind is kept, and named.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("商超的渠道代码", "The supermarket's channel."))) var channel: String
  @Option(help: ArgumentHelp(say("第一天", "The first day."))) var from: BusinessDay?
  @Option(help: ArgumentHelp(say("最后一天", "The last day."))) var to: BusinessDay
  @Option(help: ArgumentHelp(say("对方的结算金额（扣款前，元）", "What it settled, before deductions, in yuan.")))
  var settled: String?
  @Option(help: ArgumentHelp(say("对方说的收银额（元）", "What it says its tills took, in yuan.")))
  var till: String?
  @Option(
    help: ArgumentHelp(
      say("扣款，可多次", "A deduction; may be repeated."), valueName: "kind:amount"))
  var deduct: [String] = []
  @Option(help: ArgumentHelp(say("备注", "A remark."))) var note: String?
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @OptionGroup var options: ListOptions

  func run() throws {
    let programme = try global.open(operator: by.operator)
    var it = SupermarketSettlement(of: channel, to: to)
    (it.from, it.isSure, it.note) = (from, sure.yes, note)
    it.id = try id.map(RequestID.checked)
    it.settled = try settled.map { try Money(asked: $0.typed, in: "--settled") }
    it.till = try till.map { try Money(asked: $0.typed, in: "--till") }
    it.deductions = try deduct.map { text in
      guard let colon = text.lastIndex(where: { $0 == ":" || $0 == "：" }), colon > text.startIndex
      else { throw Problem("deduction_malformed", ["text": text]) }
      return (
        String(text[..<colon]),
        try Money(asked: String(text[text.index(after: colon)...]).typed, in: "--deduct")
      )
    }
    let (number, repeated) = try programme.supermarkets.settle(it)
    for kind in try programme.supermarkets.unknownDeductions(of: number) {
      printToStandardError(
        say(
          "注意：不认识扣款“\(kind)”，照记了",
          "Note: deduction \"\(kind)\" is of no kind that is known; it is kept."))
    }
    printToStandardError(
      say("结算 \(number)", "Settlement \(number)")
        + (repeated ? say("　（已录过，没有重复记）", " (entered before; not entered twice)") : ""))
    try options.show(programme.supermarkets.entries(of: number))
  }
}
