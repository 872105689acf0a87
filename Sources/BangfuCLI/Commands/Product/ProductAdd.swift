import ArgumentParser
import Bangfu

/// `bangfu product add`: adds a product.
struct ProductAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("新增商品", "Adds a product."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
  @Option(help: ArgumentHelp(say("基本单位，如 公斤、盒、尾", "The base unit, such as 公斤, 盒, 尾.")))
  var unit: String
  @Option(help: ArgumentHelp(say("每单位价格（元）", "Yuan for a base unit."))) var price: String
  @OptionGroup var fields: ProductFields

  func run() throws {
    let product = try fields.product(sku, name: name, unit: unit, price: price)
    try global.open().products.add(product)
    printToStandardError(say("已新增商品 \(sku) \(name)", "Added product \(sku) \(name)."))
  }
}
