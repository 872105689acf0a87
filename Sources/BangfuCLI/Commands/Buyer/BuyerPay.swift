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
  @OptionGroup var options: PaymentOptions
  @OptionGroup var ahead: AdvanceOption
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    try options.expect(
      buyer, amount, missing: say("请写出采购单位和大于 0 的金额", "Name a buyer and an amount above 0."))
  }

  func run() throws {
    let programme = try global.open(operator: by.operator)
    if let reverse = options.reverse {
      let receipt = try programme.buyerAccounts.reverse(reverse, reason: options.reason ?? "")
      return show(receipt, say("已冲销付款 \(reverse)", "Reversed payment \(reverse)"))
    }
    let amount = try Money(asked: (amount ?? "").typed, in: buyer ?? "")
    try sure.confirm(TypedTime(options.day, "--day"))
    var payment = BuyerPayment(by: buyer ?? "", amount: amount)
    payment.id = try options.id.map(RequestID.checked)
    (payment.documents, payment.day, payment.method) = (document, options.day, options.method)
    (payment.isAdvance, payment.note) = (ahead.advance, options.note)
    let receipt = try programme.buyerAccounts.pay(payment)
    show(
      receipt,
      say(
        "付款 \(receipt.number)：\(payment.buyer) 付了 \(amount.grouped)，记在 \(options.day ?? Today.day)",
        "Payment \(receipt.number): \(payment.buyer) paid \(amount.grouped), booked on \(options.day ?? Today.day)"
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
        "，多付 \((Money.zero - receipt.owed).grouped)",
        "; \((Money.zero - receipt.owed).grouped) was paid in advance")
      : say("，还欠 \(receipt.owed.grouped)", "; \(receipt.owed.grouped) is owed")
    printLine(
      words + owed
        + (receipt.repeated ? say("　（已录过，没有重复记）", " (entered before; not entered twice)") : ""))
  }
}
