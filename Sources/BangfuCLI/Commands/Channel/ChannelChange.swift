import ArgumentParser
import Bangfu

/// `bangfu channel change`: changes a channel; what is not said stays.
struct ChannelChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: say("修改渠道（没有写的不变）", "Changes a channel; what is not said stays."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
  @Option(help: ArgumentHelp(say("类型", "The kind."))) var kind: String?
  @OptionGroup var fields: ChannelFields
  @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在用", "Whether it is in use.")))
  var active: Bool?

  func validate() throws {
    if name == nil, kind == nil, active == nil, fields.platform == nil, fields.shipsFrom == nil,
      fields.province == nil
    {
      throw nothingToChange()
    }
  }

  func run() throws {
    try global.open().channels.change(fields.draft(code, name: name, kind: kind, isActive: active))
    printToStandardError(say("已修改渠道 \(code)", "Changed channel \(code)."))
  }
}
