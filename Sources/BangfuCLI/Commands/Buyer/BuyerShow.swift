import ArgumentParser
import Bangfu

/// `bangfu buyer show`: shows a buyer.
struct BuyerShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("显示一个采购单位", "Shows a buyer."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.showOne(Table([global.open().buyers.show(code)]))
  }
}
