import ArgumentParser

/// `bangfu product`: the products.
struct ProductCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "product", abstract: say("商品", "Products."),
    subcommands: [
      ProductAdd.self, ProductList.self, ProductShow.self, ProductChange.self,
      ProductUnitCommand.self, ProductImport.self,
    ])
}
