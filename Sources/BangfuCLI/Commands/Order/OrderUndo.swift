import ArgumentParser
import Bangfu
import Domain

/// `bangfu order undo`: undoes a refund or a void that was a mistake.
struct OrderUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say("撤销录错的退款或作废", "Undoes a refund or a void that was a mistake."),
    discussion: say(
      "写退款单或更正单的单号。撤销退款：钱货照旧；撤销作废：原样再卖一次，是新的单号。货已经不在时不能撤销。",
      """
      Give the refund's or the void's own document number. A refund that is undone leaves money and goods as before it; \
      what was voided is sold again, under a new number. It is refused where the goods are not there any more.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("退款单或更正单的单号", "The document of the refund or void.")))
  var document: Int64
  @OptionGroup var why: OrderReversal

  func run() throws {
    let programme = try global.open(operator: why.by.operator)
    let reason = try why.agreed(
      in: programme, document, say("撤销单据 \(document)？", "Undo document \(document)?"))
    let undo = try programme.orders.undo(document, reason: reason)
    if why.format == .json {
      return printLine(
        JSON.object([
          ("document", .int(undo.document)), ("order", .int(undo.order)),
          ("total", .string(undo.total.description)), ("day", .string(undo.day)),
          ("undone", .string(undo.isOfRefund ? "refund" : "void")),
        ]).pretty)
    }
    printLine(
      undo.isOfRefund
        ? say(
          "已撤销退款单 \(document)（\(undo.total.grouped)），记在 \(undo.day)；更正单 \(undo.document)",
          "Undid refund \(document) (\(undo.total.grouped)), booked on \(undo.day); correction \(undo.document)."
        )
        : say(
          "已撤销作废：订单 \(undo.order) 重新卖出 \(undo.total.grouped)，记在 \(undo.day)，新单号 \(undo.document)",
          "Undid the void: order \(undo.order) is sold again for \(undo.total.grouped), booked on \(undo.day), as document \(undo.document)."
        ))
  }
}
