import ArgumentParser
import Bangfu

/// `bangfu location change`: changes a location; what is not said stays.
struct LocationChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: say("修改地点（没有写的不变）", "Changes a location; what is not said stays."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
  @OptionGroup var fields: LocationFields
  @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在用", "Whether it is in use.")))
  var active: Bool?

  func validate() throws {
    if name == nil, active == nil, fields.kind == nil, !fields.default { throw nothingToChange() }
  }

  func run() throws {
    try global.open().locations.change(fields.draft(code, name: name, isActive: active))
    printToStandardError(say("已修改地点 \(code)", "Changed location \(code)."))
  }
}
