import ArgumentParser
import Bangfu
import Domain

/// `bangfu canteen invoice`: the number of the invoice for what was accepted.
struct CanteenInvoice: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invoice",
    abstract: say(
      "记发票号：一张发票可以开几次验收的", "Keeps the number of an invoice, for one or more acceptances."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("验收编号，可多个", "The acceptances' numbers."))) var acceptances:
    [Int64]
  @Option(help: ArgumentHelp(say("发票号码", "The invoice's number."))) var number: String
  @Option(help: ArgumentHelp(say("开票日期；默认今天", "The day of the invoice; by default today.")))
  var day: BusinessDay?
  @Option(help: ArgumentHelp(say("备注", "A remark."))) var note: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    try sure.confirm(TypedTime(day, "--day"))
    let done = try global.open(operator: by.operator).canteens.invoice(
      acceptances, number: number, day: day, note: note)
    guard format == .table else {
      return printRows(
        Table(
          [.number, .total, .day],
          rows: [[String(done.number), done.total.description, done.day.description]]), format)
    }
    printLine(
      say(
        "开票 \(done.number)：发票 \(number)，\(done.total.grouped)，\(done.day)",
        "Act \(done.number): invoice \(number) of \(done.day) is for \(done.total.grouped)"))
  }
}
