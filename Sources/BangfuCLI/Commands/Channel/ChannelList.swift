import ArgumentParser
import Bangfu

/// `bangfu channel list`: lists the channels.
struct ChannelList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出渠道", "Lists the channels."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(Table(global.open().channels.list())) }
}
