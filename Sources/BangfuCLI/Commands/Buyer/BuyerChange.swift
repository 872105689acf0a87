import ArgumentParser
import Bangfu

/// `bangfu buyer change`: changes a buyer; what is not said stays.
struct BuyerChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: say("修改采购单位（没有写的不变）", "Changes a buyer; what is not said stays."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
  @OptionGroup var fields: BuyerFields
  @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在用", "Whether it is in use.")))
  var active: Bool?

  func validate() throws {
    if name == nil, active == nil, fields.areAbsent {
      throw nothingToChange()
    }
  }

  func run() throws {
    try global.open().buyers.change(fields.draft(code, name: name, isActive: active))
    printToStandardError(say("已修改采购单位 \(code)", "Changed buyer \(code)."))
  }
}
