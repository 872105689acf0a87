import ArgumentParser
import Bangfu
import Domain

/// `bangfu supplier pay`: money that is paid to a supplier, or a payment reversed.
struct SupplierPay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say("付款给供应商；记错的付款用 --reverse 冲销", "Pays a supplier, or reverses a payment."),
    discussion: say(
      "不写 --receipt 就先付最早的。付款不能修改：记错了用 --reverse 付款编号 --reason 原因 冲销，再记对的。",
      """
      Without --receipt the oldest is paid first. A payment is never changed: reverse a wrong one with --reverse \
      N --reason WHY, and enter the right one.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String?
  @Argument(help: ArgumentHelp(say("金额（元）", "The amount, in yuan."))) var amount: String?
  @Option(
    help: ArgumentHelp(say("付哪张收货单，可多次", "The receipt that is paid; may be repeated."))
  )
  var receipt: [Int64] = []
  @Option(help: ArgumentHelp(say("付款日期；默认今天", "The day it was paid; by default today.")))
  var day: BusinessDay?
  @Option(
    help: ArgumentHelp(
      say(
        "方式：\(SupplierPaymentMethod.chineseList)",
        "How: \(SupplierPaymentMethod.codes(last: " or "))."))
  )
  var method = SupplierPaymentMethod.bank.rawValue
  @Option(help: ArgumentHelp(say("付给哪个农户（供应商代码）", "The linked household that it is for.")))
  var to: String?
  @Option(help: ArgumentHelp(say("备注，如回单号", "A remark, such as the bank's number."))) var note:
    String?
  @Flag(help: ArgumentHelp(say("预付：可以多于欠款", "In advance: it may be more than is owed.")))
  var advance =
    false
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @Option(help: ArgumentHelp(say("冲销哪一笔付款", "The payment to reverse."))) var reverse: Int64?
  @Option(help: ArgumentHelp(say("冲销的原因", "Why it is reversed."))) var reason: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    if reverse != nil {
      if supplier != nil {
        throw ValidationError(
          say("--reverse 只要编号和原因", "--reverse takes a number and a reason alone."))
      }
      if reason == nil {
        throw ValidationError(say("冲销要写 --reason 原因", "To reverse a payment, say why: --reason."))
      }
    } else if supplier == nil || amount == nil {
      throw ValidationError(say("请写出供应商和大于 0 的金额", "Name a supplier and an amount above 0."))
    }
  }

  func run() throws {
    let programme = try global.open(operator: by.operator)
    if let reverse {
      let receipt = try programme.accounts.reverse(reverse, reason: reason ?? "")
      return show(receipt, say("已冲销付款 \(reverse)", "Reversed payment \(reverse)"))
    }
    let amount = try Money(asked: (amount ?? "").typed, in: supplier ?? "")
    try sure.confirm(TypedTime(day, "--day"))
    var payment = SupplierPayment(to: supplier ?? "", amount: amount)
    payment.id = try id.map(RequestID.checked)
    payment.receipts = receipt
    payment.day = day
    payment.method = method
    payment.household = to
    payment.isAdvance = advance
    payment.note = note
    let receipt = try programme.accounts.pay(payment)
    show(
      receipt,
      say(
        "付款 \(receipt.number)：付给 \(payment.supplier) \(amount.grouped)，记在 \(day ?? Today.day)",
        "Payment \(receipt.number): paid \(payment.supplier) \(amount.grouped), booked on \(day ?? Today.day)"
      ))
  }

  private func show(_ receipt: SupplierReceipt, _ words: String) {
    receipt.show(words, as: "payment", format)
  }
}
