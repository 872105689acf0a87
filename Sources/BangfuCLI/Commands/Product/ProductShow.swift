import ArgumentParser
import Bangfu

/// `bangfu product show`: shows a product.
struct ProductShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("显示一个商品", "Shows a product."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号或条码", "The sku or a barcode."))) var code: String
  @OptionGroup var options: ListOptions

  func run() throws { try options.showOne(Table(global.open().products.show(code))) }
}
