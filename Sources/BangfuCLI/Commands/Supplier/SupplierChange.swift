import ArgumentParser
import Bangfu

/// `bangfu supplier change`: changes a supplier; what is not said stays.
struct SupplierChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: say("修改供应商（没有写的不变）", "Changes a supplier; what is not said stays."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
  @OptionGroup var fields: SupplierFields
  @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在用", "Whether it is in use.")))
  var active: Bool?

  func validate() throws {
    if name == nil, active == nil, fields.kind == nil, fields.households == nil,
      fields.township == nil
    {
      throw nothingToChange()
    }
  }

  func run() throws {
    try global.open().suppliers.change(fields.draft(code, name: name, isActive: active))
    printToStandardError(say("已修改供应商 \(code)", "Changed supplier \(code)."))
  }
}
