import ArgumentParser
import Bangfu

/// Of which transfer, and what of it.
struct StockTransferPart: ParsableArguments {
  @Argument(help: ArgumentHelp(say("调拨编号", "The transfer's number."))) var transfer: Int64
  @Argument(
    help: ArgumentHelp(
      say(
        "货号:数量，可带单位；不写就是在途的全部",
        "SKU:QUANTITY, maybe with a unit; without any, all that is on its way."),
      valueName: "item"))
  var items: [String] = []
  @OptionGroup var by: OperatorOption

  func run(_ global: GlobalOptions, isLost: Bool, reason: String?) throws {
    let programme = try global.open(operator: by.operator)
    _ = try programme.end(
      transfer: transfer, StockItems(parsing: items), isLost: isLost, reason: reason)
    let left = try programme.inTransit(of: transfer).rows
      .map { $0.joined(separator: " ") }.joined(separator: say("、", ", "))
    printToStandardError(
      left.isEmpty
        ? say("调拨 \(transfer) 已结清", "Nothing of transfer \(transfer) is on its way any more.")
        : say(
          "调拨 \(transfer) 还在途：\(left)", "Still on its way of transfer \(transfer): \(left)."))
  }
}
