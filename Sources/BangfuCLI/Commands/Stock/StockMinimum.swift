import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock minimum`: what must be left.
struct StockMinimum: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minimum",
    abstract: say(
      "最低库存：列出，或设定（0 为取消）", "Lists what must be left of products, or says it; 0 for nothing."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String?
  @Argument(help: ArgumentHelp(say("至少剩多少（基本单位）", "The base units that must be left.")))
  var quantity: String?
  @Option(
    help: ArgumentHelp(
      say("地点代码；设定时默认为默认门店", "The location; to set it, by default the default one.")))
  var location: String?
  @OptionGroup var options: ListOptions

  func validate() throws {
    if sku != nil, quantity == nil {
      throw ValidationError(
        say("至少剩多少？不小于 0，0 为取消", "How many must be left, 0 or more? 0 is no minimum."))
    }
  }

  func run() throws {
    let programme = try global.open()
    guard let sku, let quantity else {
      return try options.show(programme.minimums.list(at: location))
    }
    guard let least = Quantity(quantity.typed), least >= .zero else {
      throw Problem("minimum_malformed", ["quantity": quantity])
    }
    let it = try programme.minimums.set(of: sku, least, at: location)
    printToStandardError(
      least == .zero
        ? say(
          "\(it.location) 的 \(it.sku) \(it.name) 不再有最低库存",
          "\(it.sku) \(it.name) has no minimum at \(it.location) any more.")
        : say(
          "\(it.location) 至少要剩 \(it.sku) \(it.name) \(least.short) \(it.unit)",
          "At least \(least.short) \(it.unit) of \(it.sku) \(it.name) must be left at \(it.location)."
        ))
  }
}
