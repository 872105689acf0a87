import ArgumentParser
import Bangfu
import Domain

/// `bangfu buyer pay`: money that a buyer paid, or a payment reversed.
struct BuyerPay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say("采购单位付款；记错的付款用 --reverse 冲销", "Keeps what a buyer paid, or reverses it."),
    discussion: say(
      "不写 --document 就先付最早的。付款不能修改：记错了用 --reverse 付款编号 --reason 原因 冲销，再记对的。",
      """
      Without --document the oldest is paid first. A payment is never changed: reverse a wrong one with --reverse \
      N --reason WHY, and enter the right one.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("采购单位代码", "The buyer's code."))) var buyer: String?
  @Argument(help: ArgumentHelp(say("金额（元）", "The amount, in yuan."))) var amount: String?
  @Option(
    help: ArgumentHelp(say("付哪张单据，可多次", "The document that is paid; may be repeated.")))
  var document: [Int64] = []
  @Option(help: ArgumentHelp(say("付款日期；默认今天", "The day it was paid; by default today.")))
  var day: BusinessDay?
  @Option(
    help: ArgumentHelp(
      say(
        "方式：\(SupplierPaymentMethod.chineseList)",
        "How: \(SupplierPaymentMethod.codes(last: " or ")).")))
  var method = SupplierPaymentMethod.bank.rawValue
  @Option(help: ArgumentHelp(say("备注，如回单号", "A remark, such as the bank's number."))) var note:
    String?
  @Flag(help: ArgumentHelp(say("预付：可以多于欠款", "In advance: it may be more than is owed.")))
  var advance = false
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @Option(help: ArgumentHelp(say("冲销哪一笔付款", "The payment to reverse."))) var reverse: Int64?
  @Option(help: ArgumentHelp(say("冲销的原因", "Why it is reversed."))) var reason: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    if reverse != nil {
      if buyer != nil {
        throw ValidationError(
          say("--reverse 只要编号和原因", "--reverse takes a number and a reason alone."))
      }
      if reason == nil {
        throw ValidationError(say("冲销要写 --reason 原因", "To reverse a payment, say why: --reason."))
      }
    } else if buyer == nil || amount == nil {
      throw ValidationError(say("请写出采购单位和大于 0 的金额", "Name a buyer and an amount above 0."))
    }
  }

  func run() throws {
    let programme = try global.open(operator: by.operator)
    if let reverse {
      let receipt = try programme.buyerAccounts.reverse(reverse, reason: reason ?? "")
      return show(receipt, say("已冲销付款 \(reverse)", "Reversed payment \(reverse)"))
    }
    let amount = try Money(asked: (amount ?? "").typed, in: buyer ?? "")
    try sure.confirm(TypedTime(day, "--day"))
    var payment = BuyerPayment(by: buyer ?? "", amount: amount)
    payment.id = try id.map(RequestID.checked)
    (payment.documents, payment.day, payment.method) = (document, day, method)
    (payment.isAdvance, payment.note) = (advance, note)
    let receipt = try programme.buyerAccounts.pay(payment)
    show(
      receipt,
      say(
        "付款 \(receipt.number)：\(payment.buyer) 付了 \(amount.grouped)，记在 \(day ?? Today.day)",
        "Payment \(receipt.number): \(payment.buyer) paid \(amount.grouped), booked on \(day ?? Today.day)"
      ))
  }

  private func show(_ receipt: BuyerReceipt, _ words: String) {
    guard format == .table else {
      return printRows(
        Table(
          [.number, .owed], rows: [[String(receipt.number), receipt.owed.description]]), format)
    }
    let owed =
      receipt.owed < .zero
      ? say(
        "，多付 \(Money.zero - receipt.owed)",
        "; \((Money.zero - receipt.owed).grouped) was paid in advance")
      : say("，还欠 \(receipt.owed.grouped)", "; \(receipt.owed.grouped) is owed")
    printLine(
      words + owed
        + (receipt.repeated ? say("　（已录过，没有重复记）", " (entered before; not entered twice)") : ""))
  }
}
