import ArgumentParser
import Bangfu
import Domain

/// `bangfu order void`: voids an order, as if it had never been; money and goods go back.
struct OrderVoid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: say(
      "作废整张订单，如同没有录过；钱货都退回", "Voids an order, as if it had never been; money and goods go back."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("单号", "The order's document number."))) var document: Int64
  @OptionGroup var why: OrderReversal
  @OptionGroup var approval: ApprovalOptions

  func run() throws {
    let programme = try global.open(operator: why.by.operator)
    let reason = try why.agreed(
      in: programme, document, say("作废单据 \(document)？", "Void document \(document)?"))
    let receipt = try approval.acting(in: programme, reason: reason) {
      try programme.orders.void(document, reason: reason)
    }
    receipt.show(
      say(
        "已作废单据 \(document)（退 \(receipt.total.grouped)），记在 \(receipt.day)，更正单 \(receipt.document)",
        "Voided document \(document) (\(receipt.total.grouped)), booked on \(receipt.day); correction \(receipt.document)."
      ), why.format)
  }
}
