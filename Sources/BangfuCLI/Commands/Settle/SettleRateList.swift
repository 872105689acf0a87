import ArgumentParser
import Bangfu

/// `bangfu settle rate list`: the rates that hold.
struct SettleRateList: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("约定的费率", "Lists the rates of fees that hold."))
  }
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String?
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.openForReports().settlements.rates(of: channel)) }
}
