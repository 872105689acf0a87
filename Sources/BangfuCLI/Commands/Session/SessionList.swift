import ArgumentParser
import Bangfu
import Domain

/// `bangfu session list`: lists livestream sessions.
struct SessionList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出直播场次", "Lists livestream sessions."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay?
  @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay?
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String?
  @Option(help: ArgumentHelp(say("主播（达人）名称", "The host's name."))) var host: String?
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(
      global.open().livestreams.list(from: from, to: to, channel: channel, host: host))
  }
}
