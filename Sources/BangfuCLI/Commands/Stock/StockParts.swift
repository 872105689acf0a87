import ArgumentParser
import Bangfu

/// `bangfu stock parts`: what products are assembled from.
struct StockParts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parts",
    abstract: say(
      "物料清单：列出，或写明一个商品由什么组成", "Bills of materials: lists them, or says what a product is made of."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String?
  @Argument(
    help: ArgumentHelp(
      say("组成：货号:数量，可带单位，可多个", "Its parts: SKU:QUANTITY, maybe with a unit; one or more."),
      valueName: "part"))
  var parts: [String] = []
  @Flag(help: ArgumentHelp(say("不再由什么组成", "It is made of nothing any more."))) var none = false
  @OptionGroup var options: ListOptions

  func validate() throws {
    if none, sku == nil || !parts.isEmpty {
      throw ValidationError(say("--none 只要货号", "--none takes a sku alone."))
    }
  }

  func run() throws {
    let programme = try global.open()
    if let sku, none || !parts.isEmpty {
      try programme.parts.set(StockItems(parsing: parts), of: sku)
      printToStandardError(
        say(
          "已记下 \(sku) 的组成：\(parts.count) 种",
          "\(sku) is made of \(parts.count) \(parts.count == 1 ? "product" : "products") now."))
      try warnOfExpiry(of: sku, in: programme)
    } else {
      try options.show(programme.parts.list(of: sku))
    }
  }
}
