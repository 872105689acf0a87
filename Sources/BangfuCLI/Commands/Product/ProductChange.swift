import ArgumentParser
import Bangfu

/// `bangfu product change`: changes a product; what is not said stays.
struct ProductChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: say("修改商品（没有写的不变）", "Changes a product; what is not said stays."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
  @Option(help: ArgumentHelp(say("基本单位", "The base unit."))) var unit: String?
  @Option(help: ArgumentHelp(say("每单位价格（元）", "Yuan for a base unit."))) var price: String?
  @OptionGroup var fields: ProductFields
  @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在售", "Whether it is sold.")))
  var active: Bool?

  func validate() throws {
    if name == nil, unit == nil, price == nil, active == nil, fields.isEmpty {
      throw nothingToChange()
    }
  }

  func run() throws {
    var product = try fields.product(sku, name: name, unit: unit, price: price)
    product.isActive = active
    try global.open().products.change(product)
    printToStandardError(say("已修改商品 \(sku)", "Changed product \(sku)."))
  }
}
