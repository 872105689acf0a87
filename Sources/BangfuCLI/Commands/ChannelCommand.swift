import ArgumentParser
import Bangfu
import Domain

/// `bangfu channel`: the ways of selling, and the listings of their files.
struct ChannelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channel", abstract: say("渠道与链接对应", "Ways of selling, and their listings."),
    subcommands: [
      Add.self, List.self, Show.self, Change.self, Listings.self, Unmapped.self, Pending.self,
      Map.self, ProfileCommand.self,
    ])

  struct Fields: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        say("平台，如 douyin；决定能导入哪种文件", "The platform, such as douyin, whose files it imports.")))
    var platform: String?
    @Option(
      help: ArgumentHelp(
        say("发货地点代码；没有则由供应商代发", "The location it ships from; none where suppliers ship.")))
    var shipsFrom: String?
  }

  struct Add: ParsableCommand {
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
    @OptionGroup var fields: Fields

    func run() throws {
      try global.open().saveChannel(
        code, name: name, kind: kind, platform: fields.platform, shipsFrom: fields.shipsFrom,
        isActive: nil, isNew: true)
      printToStandardError(say("已新增渠道 \(code) \(name)", "Added channel \(code) \(name)."))
    }
  }

  struct Change: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: say("修改渠道（没有写的不变）", "Changes a channel; what is not said stays."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
    @Option(help: ArgumentHelp(say("类型", "The kind."))) var kind: String?
    @OptionGroup var fields: Fields
    @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在用", "Whether it is in use.")))
    var active: Bool?

    func validate() throws {
      if name == nil, kind == nil, active == nil, fields.platform == nil, fields.shipsFrom == nil {
        throw nothingToChange()
      }
    }

    func run() throws {
      try global.open().saveChannel(
        code, name: name, kind: kind, platform: fields.platform, shipsFrom: fields.shipsFrom,
        isActive: active, isNew: false)
      printToStandardError(say("已修改渠道 \(code)", "Changed channel \(code)."))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: say("列出渠道", "Lists the channels."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().channels()) }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: say("显示一个渠道", "Shows a channel."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @OptionGroup var options: ListOptions

    func run() throws {
      try options.showOne(global.open().channels(code).known("channel_unknown", code))
    }
  }
}
