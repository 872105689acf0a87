import ArgumentParser
import Bangfu

/// `bangfu product unit list`: lists the units a product may be entered in; without one, all that products have of their own.
struct ProductUnitList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "一个商品能用的单位；不写货号则列出全部自有单位",
      "Lists the units a product may be entered in; without one, all that products have of their own."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String?
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(Table(global.open().productUnits.list(of: sku))) }
}
