import ArgumentParser

/// `bangfu supplier undo`: undoes an entry of a supplier's account that was a mistake.
struct SupplierUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say(
      "撤销一次付款、调整、回购、进货或退货", "Undoes a payment, an adjustment, a buy-back, a receipt or a return."),
    discussion: say(
      "编号见 bangfu supplier account。", "bangfu supplier account shows the numbers."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: UndoOptions

  func run() throws {
    try options.undo(in: global.open(operator: options.by.operator), command: "supplier undo")
  }
}
