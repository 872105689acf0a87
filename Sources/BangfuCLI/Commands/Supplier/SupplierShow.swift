import ArgumentParser
import Bangfu

/// `bangfu supplier show`: shows a supplier.
struct SupplierShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("显示一个供应商", "Shows a supplier."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.showOne(Table([global.open().suppliers.show(code)]))
  }
}
