import ArgumentParser
import Bangfu

/// `bangfu supermarket list`: the settlements.
struct SupermarketList: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say("商超的结算：收银、结算、回款", "Settlements: till sales, settled, paid."),
      discussion: say(
        "差异 = 结算 − 按合同应结；应付 = 结算 − 扣款；未清 = 应付 − 已付。",
        "Difference = settled − what the terms make; due = settled − deducted; open = due − paid."))
  }
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.openForReports().supermarkets.list()) }
}
