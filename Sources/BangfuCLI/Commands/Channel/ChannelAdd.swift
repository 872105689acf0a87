import ArgumentParser
import Bangfu

/// `bangfu channel add`: adds a channel.
struct ChannelAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("新增渠道", "Adds a channel."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
  @Option(
    help: ArgumentHelp(
      say(
        "类型：counter 柜台、canteen 食堂、supermarket 商超、fair 展销、livestream 直播、marketplace 电商平台、tourism 旅游",
        "The kind: counter, canteen, supermarket, fair, livestream, marketplace or tourism.")))
  var kind: String
  @OptionGroup var fields: ChannelFields

  func run() throws {
    try global.open().channels.add(fields.draft(code, name: name, kind: kind))
    printToStandardError(say("已新增渠道 \(code) \(name)", "Added channel \(code) \(name)."))
  }
}
