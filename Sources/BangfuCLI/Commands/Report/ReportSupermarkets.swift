import ArgumentParser
import Bangfu

/// `bangfu report supermarkets`: till sales, settled, paid, by month.
struct ReportSupermarkets: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "supermarkets",
      abstract: say("商超：收银、结算、回款，按月", "Supermarkets: till sales, settled, paid, by month."),
      discussion: say(
        """
        三个数分开，从不相加；月份看销售日。跨月的单子有日期的按日，没有日期的按天数摊，标为估计；一期的结算和回款按各行的\
        收银额摊，加起来分毫不差。
        """,
        """
        Three amounts, never one. Months are those of the day of sale: a sheet of two months is cut by its days, or, without \
        days, by calendar days, and is marked estimated. What was settled and paid is cut over the sales of its period, \
        and adds up to the fen.
        """))
  }
  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: PeriodOption
  @OptionGroup var options: ListOptions

  func run() throws {
    guard let period = time.period else { return }
    try options.show(global.openForReports().supermarkets.months(in: period))
  }
}
