import ArgumentParser
import Bangfu

/// `bangfu stock write-off`: writes off what sales are still short of, of a product.
struct StockWriteOff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-off",
    abstract: say("核销一种商品的缺货", "Writes off what sales are still short of, of a product."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
  @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
  var location: String?
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var by: OperatorOption
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(say("核销 \(sku) 的缺货？", "Write off the shortage of \(sku)?"), yes: yes)
    let lines = try programme.stock.writeOffShortages(of: sku, at: location, reason: reason)
    printToStandardError(
      say(
        "已核销 \(lines) 条明细的缺货",
        "Wrote off the shortage of \(lines) \(lines == 1 ? "line" : "lines")."))
  }
}
