import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock return`: returns goods to their supplier.
struct StockReturn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: say("退回供应商，按进价抵欠款", "Returns goods to their supplier."),
    discussion: say(
      "按进货价少欠供应商，先抵最近的收货单；没有从他们进货的记录，就不抵。",
      """
      What is owed for them is less by what they were bought for, by the newest receipts first; what no receipt from the \
      supplier is recorded for is credited nothing.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var removal: StockRemoval
  @Option(
    help: ArgumentHelp(
      say("供应商代码；默认为批次或商品的供应商", "The supplier; by default the lot's or the product's.")))
  var supplier: String?
  @Option(help: ArgumentHelp(say("哪张收货单", "The receipt they came with."))) var receipt: Int64?

  func run() throws {
    let back = try global.open(operator: removal.by.operator).stock.giveBack(
      StockItems(parsing: removal.items), from: removal.location, to: supplier,
      receipt: receipt, reason: removal.reason)
    let taker = back.supplier.map { " \($0)" } ?? ""
    let credit =
      back.credit == .zero
      ? "" : say("，少欠 \(back.credit.grouped)", "; \(back.credit.grouped) less is owed")
    printToStandardError(
      say(
        "已退供应商\(taker)，成本 \(back.cost.grouped)\(credit)",
        "Returned to the supplier\(taker), at a cost of \(back.cost.grouped)\(credit)."))
    guard back.uncredited > .zero else { return }
    printToStandardError(
      say(
        "其中 \(back.uncredited.short) 没有进货记录，没有抵欠款",
        "Of \(back.uncredited.short) no purchase is recorded: nothing is credited for it."))
  }
}
