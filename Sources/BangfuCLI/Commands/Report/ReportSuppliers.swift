import ArgumentParser
import Bangfu

/// `bangfu report suppliers`: what was bought, sold, paid and is owed.
struct ReportSuppliers: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "suppliers",
      abstract: say(
        "供应商报表：进货、退货、回购、销售、成本、毛利、付款、欠款",
        "Suppliers: bought, returned, sold, cost, margin, paid, owed."),
      discussion: say(
        "月份按入账月，--from --to 按发生日；欠款是期末的。--households 列出每个农户得到多少。",
        """
        A month counts sales by book month, --from and --to by their day; owed is as of the end. --households lists what \
        flowed to each household.
        """))
  }
  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: PeriodOption
  @Flag(
    help: ArgumentHelp(
      say("列出联结的农户和付给他们的钱", "List the linked households, and what was paid for them.")))
  var households = false
  @OptionGroup var options: ListOptions

  func run() throws {
    guard let period = time.period else { return }
    let programme = try global.openForReports()
    if households {
      return try options.show(programme.households.list(in: period))
    }
    try options.show(programme.reports.suppliers(in: period))
  }
}
