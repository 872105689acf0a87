import ArgumentParser
import Bangfu

/// `bangfu fair agreements`: what was signed at a fair, and what was delivered of it.
struct FairAgreements: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "agreements",
      abstract: say(
        "展销会上的签约和后来的交货", "The agreements signed at a fair, and what was delivered of them."))
  }
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("展销会代码", "The fair's code."))) var code: String
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.openForReports().fairs.agreements(code)) }
}
