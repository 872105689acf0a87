import ArgumentParser
import Bangfu
import Domain

/// What is assembled, and where.
struct Assembly: ParsableArguments {
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
  @Argument(help: ArgumentHelp(say("数量，可带单位", "How many, maybe of a unit."))) var quantity: String
  @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
  var location: String?
  @OptionGroup var by: OperatorOption

  func run(_ global: GlobalOptions, apart: Bool) throws {
    let entered = try EnteredQuantity(asked: quantity.typed, of: sku)
    let programme = try global.open(operator: by.operator)
    let cost = try programme.assemble(
      sku, entered.number, unit: entered.unit, apart: apart, at: location)
    let words =
      entered.unit.map { "\(entered.number.short) \($0)" } ?? say("\(quantity) 个", "\(quantity)")
    printToStandardError(
      apart
        ? say(
          "已拆开 \(words) \(sku)，成本 \(cost.grouped)",
          "Took apart \(words) of \(sku), at a cost of \(cost.grouped).")
        : say(
          "已组装 \(words) \(sku)，成本 \(cost.grouped)",
          "Assembled \(words) of \(sku), at a cost of \(cost.grouped)."))
    if !apart { try warnOfExpiry(of: sku, in: programme) }
  }
}

/// Says that a product does not keep the days on which its parts expire, where that is so.
private func warnOfExpiry(of sku: String, in programme: Programme) throws {
  guard try programme.losesExpiry(of: sku) else { return }
  printToStandardError(
    say(
      "注意：\(sku) 不按批次管理，卖它时不看组成的保质期；拆开时按最近组装所用的最早保质期。没有库存时可用 bangfu product change \(sku) --lots",
      "Note: \(sku) is not kept by lot: a sale of it does not ask when its parts expire; taken apart, they get the "
        + "earliest last day of those that were built in last. While there is none of it: bangfu product change \(sku) --lots"
    ))
}

/// `bangfu stock build`: makes gift boxes and the like.
struct StockBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: say("组装礼盒：用掉组成的商品", "Assembles a product out of its parts."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var assembly: Assembly

  func run() throws { try assembly.run(global, apart: false) }
}

/// `bangfu stock unbuild`: takes them apart.
struct StockUnbuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unbuild", abstract: say("拆开礼盒：放回组成的商品", "Takes a product apart into its parts."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var assembly: Assembly

  func run() throws { try assembly.run(global, apart: true) }
}

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
      try programme.setParts(of: sku, StockItems(parsing: parts))
      printToStandardError(
        say(
          "已记下 \(sku) 的组成：\(parts.count) 种",
          "\(sku) is made of \(parts.count) \(parts.count == 1 ? "product" : "products") now."))
      try warnOfExpiry(of: sku, in: programme)
    } else {
      try options.show(programme.parts(of: sku))
    }
  }
}
