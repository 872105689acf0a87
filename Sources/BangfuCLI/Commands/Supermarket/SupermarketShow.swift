import ArgumentParser
import Bangfu

/// `bangfu supermarket show`: what a settlement is made of.
struct SupermarketShow: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say("一期结算：收银、应结、扣款、回款", "A settlement: till, reckoned, deductions, payments."))
  }
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("结算编号", "The settlement's number."))) var number: Int64
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.openForReports().supermarkets.entries(of: number)) }
}
