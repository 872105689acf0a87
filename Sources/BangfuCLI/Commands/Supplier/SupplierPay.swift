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
  @Option(help: ArgumentHelp(say("付给哪个农户（供应商代码）", "The linked household that it is for.")))
  var to: String?
  @OptionGroup var options: PaymentOptions
  @OptionGroup var ahead: AdvanceOption
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    try options.expect(
      supplier, amount, missing: say("请写出供应商和大于 0 的金额", "Name a supplier and an amount above 0."))
  }

  func run() throws {
    let programme = try global.open(operator: by.operator)
    if let reverse = options.reverse {
      let receipt = try programme.accounts.reverse(reverse, reason: options.reason ?? "")
      return show(receipt, say("已冲销付款 \(reverse)", "Reversed payment \(reverse)"))
    }
    let amount = try Money(asked: (amount ?? "").typed, in: supplier ?? "")
    try sure.confirm(TypedTime(options.day, "--day"))
    var payment = SupplierPayment(to: supplier ?? "", amount: amount)
    payment.id = try options.id.map(RequestID.checked)
    payment.receipts = receipt
    payment.day = options.day
    payment.method = options.method
    payment.household = to
    payment.isAdvance = ahead.advance
    payment.note = options.note
    let receipt = try programme.accounts.pay(payment)
    show(
      receipt,
      say(
        "付款 \(receipt.number)：付给 \(payment.supplier) \(amount.grouped)，记在 \(options.day ?? Today.day)",
        "Payment \(receipt.number): paid \(payment.supplier) \(amount.grouped), booked on \(options.day ?? Today.day)"
      ))
  }

  private func show(_ receipt: SupplierReceipt, _ words: String) {
    receipt.show(words, as: "payment", format)
  }
}
