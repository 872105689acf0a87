import ArgumentParser
import Bangfu
import Domain

/// `bangfu supermarket pay`: money that a supermarket paid of a settlement, or a payment reversed.
struct SupermarketPay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say("商超回款；记错的用 --reverse 冲销", "Keeps what a supermarket paid, or reverses it."),
    discussion: say(
      "例：bangfu supermarket pay 结算编号 5000。付款不能修改：用 --reverse 付款编号 --reason 原因 冲销，再记对的。",
      """
      Example: bangfu supermarket pay SETTLEMENT 5000. A payment is never changed: reverse a wrong one with --reverse N \
      --reason WHY, and enter the right one.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("结算编号", "The settlement's number."))) var settlement: Int64?
  @Argument(help: ArgumentHelp(say("金额（元）", "The amount, in yuan."))) var amount: String?
  @OptionGroup var options: PaymentOptions
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption

  func validate() throws {
    try options.expect(
      settlement.map(String.init), amount,
      missing: say("请写出结算编号和大于 0 的金额", "Name a settlement and an amount above 0."))
  }

  func run() throws {
    let programme = try global.open(operator: by.operator)
    if let reverse = options.reverse {
      let receipt = try programme.supermarkets.reverse(reverse, reason: options.reason ?? "")
      return printLine(
        say(
          "已冲销付款 \(reverse)，还欠 \(receipt.owed.grouped)",
          "Reversed payment \(reverse); \(receipt.owed.grouped) is owed"))
    }
    let number = settlement ?? 0
    let paid = try Money(asked: (amount ?? "").typed, in: String(number))
    try sure.confirm(TypedTime(options.day, "--day"))
    var payment = SupermarketPayment(of: number, amount: paid)
    payment.id = try options.id.map(RequestID.checked)
    (payment.day, payment.method, payment.note) = (options.day, options.method, options.note)
    let receipt = try programme.supermarkets.pay(payment)
    printLine(
      say(
        "付款 \(receipt.number)：结算 \(number) 付了 \(paid.grouped)，记在 \(options.day ?? Today.day)，还欠 \(receipt.owed.grouped)",
        "Payment \(receipt.number): \(paid.grouped) of settlement \(number), booked on \(options.day ?? Today.day); \(receipt.owed.grouped) is owed"
      )
        + (receipt.repeated ? say("　（已录过，没有重复记）", " (entered before; not entered twice)") : ""))
  }
}
