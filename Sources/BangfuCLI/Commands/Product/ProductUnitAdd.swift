import ArgumentParser
import Bangfu
import Domain

/// `bangfu product unit add`: adds a unit.
struct ProductUnitAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("新增一个单位", "Adds a unit."),
    discussion: say(
      "例：bangfu product unit add BC01 箱 --holds 10；--holds 12.5、2斤、1/12 也行。",
      "Example: bangfu product unit add BC01 箱 --holds 10; so do --holds 12.5, 2斤, 1/12."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
  @Argument(help: ArgumentHelp(say("单位，如 箱", "The unit, such as 箱."))) var unit: String
  @Option(
    help: ArgumentHelp(say("一个装多少（基本单位）", "How many base units one of it holds.")))
  var holds: String

  func run() throws {
    let own = try OwnUnit(unit, holds: holds.typed)
    let made = try global.open().productUnits.add(unit, to: sku, holding: own.ratio, of: own.inner)
    printToStandardError("\(sku): 1 \(unit) = \(made?.holds ?? "") \(made?.base ?? "")")
  }
}
