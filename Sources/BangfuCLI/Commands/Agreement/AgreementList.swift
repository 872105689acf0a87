import ArgumentParser
import Bangfu
import Domain

/// `bangfu agreement list`: lists the agreements that stand.
struct AgreementList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出有效的签约", "Lists the agreements that stand."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay?
  @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay?
  @Option(help: ArgumentHelp(say("某个渠道", "Of one channel."))) var channel: String?
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(global.open().agreements.list(from: from, to: to, channel: channel))
  }
}
