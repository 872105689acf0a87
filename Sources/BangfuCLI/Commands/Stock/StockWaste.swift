import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock waste`: takes out what is spoilt, dead, broken or tasted.
struct StockWaste: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waste",
    abstract: say("损耗：坏的、死的、破的、试吃的", "Takes out what is spoilt, dead, broken or tasted."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var removal: StockRemoval

  func run() throws {
    let cost = try global.open(operator: removal.by.operator).stock.waste(
      StockItems(parsing: removal.items), from: removal.location, reason: removal.reason)
    printToStandardError(
      say("已记损耗，成本 \(cost.grouped)", "Taken out as waste, at a cost of \(cost.grouped)."))
  }
}
