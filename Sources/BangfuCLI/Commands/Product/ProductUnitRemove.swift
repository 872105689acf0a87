import ArgumentParser
import Bangfu

/// `bangfu product unit remove`: removes a unit; what was posted is in base units and stays.
struct ProductUnitRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: say(
      "去掉一个单位；记过的账按基本单位，不受影响", "Removes a unit; what was posted is in base units and stays."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
  @Argument(help: ArgumentHelp(say("单位", "The unit."))) var unit: String

  func run() throws {
    try global.open().productUnits.remove(unit, from: sku)
    printToStandardError(
      say("\(sku) 不再有单位“\(unit)”", "\(sku) has no unit \(unit) any more."))
  }
}
