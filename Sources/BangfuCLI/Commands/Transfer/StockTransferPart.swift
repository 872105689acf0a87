import ArgumentParser
import Bangfu
import Domain

/// Of which transfer, and what of it.
struct StockTransferPart: ParsableArguments {
  @Argument(help: ArgumentHelp(say("调拨编号", "The transfer's number."))) var transfer: Int64
  @Argument(
    help: ArgumentHelp(
      say(
        "货号:数量，可带单位；不写就是在途的全部",
        "SKU:QUANTITY, maybe with a unit; without any, all that is in transit."),
      valueName: "item"))
  var items: [String] = []
  @OptionGroup var by: OperatorOption

  /// Says that goods arrived or are lost, and what is still in transit.
  func end(
    _ global: GlobalOptions, _ act: (Transfers, StockItems) throws -> Quantity
  ) throws {
    let transfers = try global.open(operator: by.operator).transfers
    _ = try act(transfers, StockItems(parsing: items))
    let left = try transfers.inTransit(of: transfer)
      .map { "\($0.sku) \($0.quantity.short) \($0.unit)" }.joined(separator: say("、", ", "))
    printToStandardError(
      left.isEmpty
        ? say("调拨 \(transfer) 已结清", "Nothing of transfer \(transfer) is in transit any more.")
        : say(
          "调拨 \(transfer) 还在途：\(left)", "Still in transit of transfer \(transfer): \(left)."))
  }
}
