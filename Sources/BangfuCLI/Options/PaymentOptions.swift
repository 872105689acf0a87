import ArgumentParser
import Bangfu
import Domain

/// What is said of a payment between an organisation and us, or of one that is reversed.
struct PaymentOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("付款日期；默认今天", "The day it was paid; by default today.")))
  var day: BusinessDay?
  @Option(
    help: ArgumentHelp(
      say(
        "方式：\(AccountPaymentMethod.chineseList)",
        "How: \(AccountPaymentMethod.codes(last: " or ")).")))
  var method = AccountPaymentMethod.bank.rawValue
  @Option(help: ArgumentHelp(say("备注，如回单号", "A remark, such as the bank's number."))) var note:
    String?
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @Option(help: ArgumentHelp(say("冲销哪一笔付款", "The payment to reverse."))) var reverse: Int64?
  @Option(help: ArgumentHelp(say("冲销的原因", "Why it is reversed."))) var reason: String?

  /// Refuses a payment without its party or amount (`missing` says so), and a reversal with one, or without a reason.
  func expect(_ party: String?, _ amount: String?, missing: String) throws {
    if reverse != nil {
      if party != nil {
        throw ValidationError(
          say("--reverse 只要编号和原因", "--reverse takes a number and a reason alone."))
      }
      if reason == nil {
        throw ValidationError(say("冲销要写 --reason 原因", "To reverse a payment, say why: --reason."))
      }
    } else if party == nil || amount == nil {
      throw ValidationError(missing)
    }
  }
}

/// Whether an organisation pays, or is paid, before anything is owed.
struct AdvanceOption: ParsableArguments {
  @Flag(help: ArgumentHelp(say("预付：可以多于欠款", "In advance: it may be more than is owed.")))
  var advance = false
}
