import ArgumentParser
import Bangfu
import Domain

/// `bangfu canteen confirm`: a buyer confirms lines of its statement.
struct CanteenConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: say("对账确认：对方认可的行", "Keeps which lines of its statement a buyer confirms."),
    discussion: say(
      "不写行的编号，就确认这些天里还没答复的每一行。最后说的算；说错了用 bangfu canteen undo 撤销。",
      """
      Without numbers of lines, all lines of the days that nobody answered for are confirmed. What is said last holds; \
      bangfu canteen undo undoes it.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("采购单位代码", "The buyer's code."))) var buyer: String
  @Argument(help: ArgumentHelp(say("行的编号，可多个", "The lines' numbers."))) var lines: [Int64] = []
  @OptionGroup var days: StatementDays
  @OptionGroup var said: AnswerOptions
  @Option(help: ArgumentHelp(say("备注", "A remark."))) var note: String?

  func validate() throws {
    if !lines.isEmpty, !days.range.isAll {
      throw ValidationError(
        say("行的编号和日期只写一种", "Give numbers of lines or days, not both."))
    }
  }

  func run() throws {
    var answer = StatementAnswer(of: buyer, .confirmed, saidBy: said.saidBy)
    (answer.lines, answer.days, answer.reason) = (lines, days.range, note)
    try said.keep(answer, in: global)
  }
}

/// `bangfu canteen dispute`: a buyer disputes lines of its statement.
struct CanteenDispute: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispute",
    abstract: say("对账异议：对方不认可的行", "Keeps which lines of its statement a buyer disputes."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("采购单位代码", "The buyer's code."))) var buyer: String
  @Argument(help: ArgumentHelp(say("行的编号，可多个", "The lines' numbers."))) var lines: [Int64]
  @Option(help: ArgumentHelp(say("为什么不认可", "Why they are disputed."))) var reason: String
  @OptionGroup var said: AnswerOptions

  func run() throws {
    var answer = StatementAnswer(of: buyer, .disputed, saidBy: said.saidBy)
    (answer.lines, answer.reason) = (lines, reason)
    try said.keep(answer, in: global)
  }
}

/// Who answers for lines of a statement, and when.
struct AnswerOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("对方谁说的", "Who says so for the buyer."))) var saidBy: String
  @Option(help: ArgumentHelp(say("哪天说的；默认今天", "The day it is said; by default today.")))
  var day: BusinessDay?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  /// Keeps an answer, and says what was kept.
  func keep(_ answer: StatementAnswer, in global: GlobalOptions) throws {
    try sure.confirm(TypedTime(day, "--day"))
    var answer = answer
    answer.day = day
    let done = try global.open(operator: by.operator).buyerAccounts.answer(answer)
    guard format == .table else {
      return printRows(
        Table(
          [.number, .lines, .amount],
          rows: [[String(done.number), String(done.lines), done.amount.description]]), format)
    }
    let word = CodeWords.word(answer.word.rawValue)
    printLine(
      say(
        "答复 \(done.number)：\(answer.buyer) \(word) \(done.lines) 行，共 \(done.amount.grouped)",
        "Answer \(done.number): \(answer.buyer) \(word) \(done.lines) \(done.lines == 1 ? "line" : "lines"), worth \(done.amount.grouped)"
      ))
  }
}
