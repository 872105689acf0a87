import ArgumentParser
import Bangfu

/// `bangfu buyer add`: adds a buyer.
struct BuyerAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("新增采购单位", "Adds a buyer."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
  @OptionGroup var fields: BuyerFields

  func run() throws {
    try global.open().buyers.add(fields.draft(code, name: name))
    printToStandardError(say("已新增采购单位 \(code) \(name)", "Added buyer \(code) \(name)."))
  }
}
