import ArgumentParser
import Bangfu

/// `bangfu supermarket contracts`: the terms that hold.
struct SupermarketContracts: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "contracts", abstract: say("商超的合同条款", "The terms of supermarkets."))
  }
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.openForReports().supermarkets.terms()) }
}
