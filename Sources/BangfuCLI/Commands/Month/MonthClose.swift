import ArgumentParser
import Bangfu
import Domain

/// `bangfu month close`: closes a month for good.
struct MonthClosing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: say("结账：该月不再改", "Closes a month, for good."),
    discussion: say(
      "先核对（bangfu check），清单要空；补不了的事逐项签字：--sign 键=原因，键见 bangfu month status。",
      """
      It runs bangfu check first, and the checklist must be empty; what cannot be mended is signed for: --sign \
      KEY=REASON, with the keys of bangfu month status.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Option(
    help: ArgumentHelp(
      say("签字一项：键=原因，可重复", "Sign for a point; may be repeated."), valueName: "key=reason"))
  var sign: [String] = []
  @Option(help: ArgumentHelp(say("备注", "A note."))) var reason: String?
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    for text in sign where !text.contains("=") {
      throw ValidationError(
        say("--sign \(text) 里没有“=”：写成 键=原因", "--sign \(text) has no \"=\": write KEY=REASON"))
    }
  }

  func run() throws {
    let signatures = sign.map { text in
      let key = text.prefix { $0 != "=" }
      return (key: String(key), reason: String(text[key.endIndex...].dropFirst()))
    }
    let programme = try global.open(operator: by.operator)
    try confirm(
      say("结 \(month) 的账？结了不能再打开。", "Close \(month)? It cannot be opened again."), yes: yes)
    do {
      report(try programme.months.close(month, signing: signatures, reason: reason))
    } catch let problem as Problem where problem.code == "month_points_open" {
      let open = try programme.months.status(month, checking: true).points
        .filter { point in !signatures.contains { $0.key == point.key } }
      printRows(forPeople(Table(open)), format)
      throw problem
    }
  }

  private func forPeople(_ table: Table) -> Table { format == .table ? table.forPeople : table }

  private func report(_ done: MonthClose) {
    guard format == .table else {
      return printRows(
        Table(
          [.month, .number, .documents, .lines, .gross, .refunds, .many],
          rows: [
            [
              "\(done.month)", String(done.number), String(done.documents), String(done.lines),
              done.gross.description, done.refunds.description, String(done.signed),
            ]
          ]), format)
    }
    let signed = done.signed > 0 ? say("；签字 \(done.signed) 项", "; signed for: \(done.signed)") : ""
    printLine(
      say(
        "\(done.month) 已结账：\(done.documents) 张单据，\(done.lines) 行，销售额 \(done.gross.grouped)，退款 \(done.refunds.grouped)\(signed)",
        "Closed \(done.month): \(done.documents) documents, \(done.lines) lines, gross \(done.gross.grouped), refunds \(done.refunds.grouped)\(signed)."
      ))
  }
}
