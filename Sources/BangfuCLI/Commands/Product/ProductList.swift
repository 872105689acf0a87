import ArgumentParser
import Bangfu

/// `bangfu product list`: lists products, all or those that contain a text.
struct ProductList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出商品，可按货号、名称、拼音、条码查找", "Lists products, all or those that contain a text."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("要找的文字", "The text to look for."))) var text: String?
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(Table(global.open().products.list(matching: text))) }
}
