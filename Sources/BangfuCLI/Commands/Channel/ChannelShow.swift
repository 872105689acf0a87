import ArgumentParser
import Bangfu

/// `bangfu channel show`: shows a channel.
struct ChannelShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("显示一个渠道", "Shows a channel."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.showOne(Table([global.open().channels.show(code)]))
  }
}
