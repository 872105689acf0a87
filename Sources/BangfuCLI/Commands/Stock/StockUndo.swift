import ArgumentParser

/// `bangfu stock undo`: undoes an act on stock that was a mistake.
struct StockUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: say("撤销一次入库、损耗、退货、调拨、盘点或组装", "Undoes an act on stock."),
    discussion: say(
      "编号见 bangfu stock moves。数量、成本和欠款都如同没有发生过；货已不在、或有付款等记在它名下时，会说明挡在哪里。",
      """
      bangfu stock moves shows the numbers. Quantity, cost and what is owed are as if it had not been; where the goods are \
      gone, or a payment names it, that is said.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: UndoOptions

  func run() throws {
    try options.undo(in: global.open(operator: options.by.operator), command: "stock undo")
  }
}
