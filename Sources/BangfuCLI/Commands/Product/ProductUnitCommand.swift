import ArgumentParser

/// `bangfu product unit`: the units a product is bought and sold in beside its base unit.
struct ProductUnitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit",
    abstract: say(
      "商品的其他单位，如 1 箱 = 10 盒；公斤、斤、克、吨之间不用登记",
      "A product's other units, as 1 箱 = 10 盒; those of weight know each other."),
    subcommands: [ProductUnitAdd.self, ProductUnitRemove.self, ProductUnitList.self])
}
