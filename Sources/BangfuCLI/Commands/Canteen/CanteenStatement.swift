import ArgumentParser
import Bangfu
import Domain

/// `bangfu canteen statement`: what a buyer ordered, was delivered, returned and paid, and owes.
struct CanteenStatement: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: say(
      "对账单：期初、订货、验收、退货、付款、期末、账龄", "A buyer's statement: opening, lines, closing, ages."),
    discussion: say(
      "期初加每一行等于期末，到分。还没到的日子不算。--output FILE.html 是 A4 页面，FILE.xlsx 是表格。",
      """
      Opening and all lines lead to the closing balance, to the fen. Days to come are left out. --output FILE.html is a \
      page of A4, FILE.xlsx a workbook.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("采购单位代码", "The buyer's code."))) var buyer: String
  @OptionGroup var days: StatementDays
  @OptionGroup var options: ListOptions

  func run() throws {
    let statement = try global.openForReports().buyerAccounts.statement(of: buyer, in: days.range)
    try StatementPages(statement: statement, unit: options.unit).show(by: options)
    if !statement.reconciles { throw ExitCode(Exit.no.rawValue) }
  }
}

/// The days of a statement: a month, or from one day to another.
struct StatementDays: ParsableArguments {
  @Option(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month?
  @Option(help: ArgumentHelp(say("从哪一天起；默认从头", "The first day; by default from the beginning.")))
  var from: BusinessDay?
  @Option(help: ArgumentHelp(say("到哪一天止；默认今天", "The last day; by default today.")))
  var to: BusinessDay?

  func validate() throws {
    if month != nil, from != nil || to != nil {
      throw ValidationError(
        say("--month 和 --from、--to 只写一种", "Give --month or --from and --to, not both."))
    }
    if let from, let to, from > to {
      throw ValidationError(say("--from 晚于 --to", "--from is after --to."))
    }
  }

  /// The days, open where nothing is said.
  var range: DayRange {
    guard let month else { return DayRange(from: from, to: to) }
    return DayRange(from: BusinessDay(month.firstDay), to: BusinessDay(month.lastDay))
  }
}
