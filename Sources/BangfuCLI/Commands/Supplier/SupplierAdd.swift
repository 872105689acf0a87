import ArgumentParser
import Bangfu

/// `bangfu supplier add`: adds a supplier.
struct SupplierAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("新增供应商", "Adds a supplier."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
  @OptionGroup var fields: SupplierFields

  func run() throws {
    try global.open().suppliers.add(fields.draft(code, name: name))
    printToStandardError(say("已新增供应商 \(code) \(name)", "Added supplier \(code) \(name)."))
  }
}
