import ArgumentParser
import Bangfu
import Domain

/// `bangfu product unit`: the units a product is bought and sold in beside its base unit.
struct ProductUnits: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit",
    abstract: say(
      "商品的其他单位，如 1 箱 = 10 盒；公斤、斤、克、吨之间不用登记",
      "A product's other units, as 1 箱 = 10 盒; those of weight know each other."),
    subcommands: [Add.self, Remove.self, List.self])

  struct Add: ParsableCommand {
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
      let programme = try global.open()
      try programme.add(unit: unit, to: sku, holding: own.ratio, of: own.inner)
      let row = try programme.units(of: sku).rows.first { $0[2] == unit }
      printToStandardError("\(sku): 1 \(unit) = \(row?[3] ?? "") \(row?[4] ?? "")")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: say(
        "去掉一个单位；记过的账按基本单位，不受影响", "Removes a unit; what was posted is in base units and stays."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
    @Argument(help: ArgumentHelp(say("单位", "The unit."))) var unit: String

    func run() throws {
      try global.open().remove(unit: unit, from: sku)
      printToStandardError(
        say("\(sku) 不再有单位“\(unit)”", "\(sku) has no unit \(unit) any more."))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: say(
        "一个商品能用的单位；不写货号则列出全部自有单位",
        "Lists the units a product may be entered in; without one, all that products have of their own."
      ))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String?
    @OptionGroup var options: ListOptions

    func run() throws {
      let units = try global.open().units(of: sku)
      try options.show(sku.map { try units.known("product_unknown", $0) } ?? units)
    }
  }
}
