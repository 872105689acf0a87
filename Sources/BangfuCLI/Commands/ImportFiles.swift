import ArgumentParser
import Bangfu
import Domain
import Tabular

/// `bangfu import FILE …`: imports channel files.
struct ImportFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file",
    abstract: say("导入渠道文件（可省略 file 一词）", "Imports channel files; the word file may be left out."),
    discussion: say(
      "同一个文件导入两次不会重复；有退回的行时退出码为 65，其余行照常入账（除非 --strict）。",
      "The same file twice changes nothing. Exit status 65 when rows were rejected; the others are posted, unless --strict."
    ))

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("文件；- 为标准输入", "The files; - for standard input."))) var files:
    [String]
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String
  @Option(
    help: ArgumentHelp(
      say(
        "平台导出文件的时间；默认看文件名开头的十位数字", "When the platform wrote the file; by default told by its name.")
    ))
  var asOf: Instant?
  @Option(help: ArgumentHelp(say("文件格式；默认看表头", "The profile; by default told by the header.")))
  var profile: String?
  @Option(help: ArgumentHelp(say("压缩包的密码", "The password of a ZIP archive.")))
  var password: String?
  @Flag(help: ArgumentHelp(say("有一行不对就什么都不记", "Post nothing unless every row is good.")))
  var strict = false
  @Flag(help: ArgumentHelp(say("只看结果，什么都不记", "Only tell what would happen."))) var dryRun = false
  @Option(help: ArgumentHelp(say("退回的行写到哪个文件", "Where rejected rows are written.")))
  var rejects: String?
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let programme = try global.open()
    var results: [ImportResult] = []
    for file in files {
      let tables = try withInput(file) { path in
        var request = ImportRequest(path: path, name: file, channel: channel)
        request.asOf = asOf
        request.profile = profile
        request.password = password
        request.isStrict = strict
        request.isDryRun = dryRun
        request.rejectsPath = rejects
        return try programme.importFile(request, progress: showProgress)
      }
      if Prompting.isErrorTerminal { printToStandardError("\r\u{1B}[K\u{1B}[A") }
      for table in tables { tell(table, isAlone: files.count == 1 && tables.count == 1) }
      results += tables
    }
    if format == .json {
      printLine((results.count == 1 ? json(results[0]) : .array(results.map(json))).pretty)
    } else {
      if format == .table, results.count == 1 {
        printLine(summary(of: results[0]))
      } else {
        printRows(table(results), format)
      }
    }
    if results.contains(where: { $0.rejected > 0 }) { throw ExitCode(Exit.data.rawValue) }
  }

  private func showProgress(_ rows: Int) {
    guard Prompting.isErrorTerminal else { return }
    StandardOutput.flush()
    _ = StandardOutput.send(Array(say("\r已读 \(rows) 行", "\r\(rows) rows read").utf8), to: 2)
  }

  /// Says what a person should know: rejected rows, totals that differ, what to do next.
  private func tell(_ result: ImportResult, isAlone: Bool) {
    for part in result.passedOver {
      printToStandardError(
        say("跳过 \(part.path)：", "passed over \(part.path): ") + passedOverSentence(part))
    }
    if !isAlone { printToStandardError(result.path + say("：", ":")) }
    for reject in result.rejects {
      let reason = rejectSentence(reject.reason, column: reject.column, value: reject.value)
      printToStandardError(
        say("第 \(reject.line) 行退回：", "line \(reject.line) rejected: ") + reason)
    }
    if result.rejected > result.rejects.count {
      printToStandardError(
        say("……共退回 \(result.rejected) 行", "… \(result.rejected) rows rejected in all"))
    }
    if let file = result.rejectsFile {
      printToStandardError(
        say("退回的行在 \(file)，改好后再导入", "The rejected rows are in \(file); mend and import it."))
    }
    for total in result.totalsDiffering {
      printToStandardError(
        say(
          "第 \(total.line) 行的合计是 \(total.stated)，各行加起来是 \(total.computed)",
          "line \(total.line) states a total of \(total.stated); the rows add up to \(total.computed)"
        ))
    }
    if !result.isDated {
      printToStandardError(
        say(
          "文件名里没有导出时间；知道的话请加 --as-of，退款日期才准",
          "The file's name does not tell when it was exported; give --as-of for the day of refunds."
        ))
    }
    if result.pending > 0 {
      printToStandardError(
        say(
          "\(result.pending) 行待定，原因见 bangfu channel pending；没有对应商品的链接见 bangfu channel unmapped",
          "pending rows: \(result.pending); see bangfu channel pending for why, and bangfu channel unmapped "
            + "for listings to map"))
    }
    if !result.isPosted {
      printToStandardError(say("什么也没有记", "Nothing was recorded."))
    }
  }

  /// One import in two lines, for people.
  private func summary(of result: ImportResult) -> String {
    let number = result.number == 0 ? "" : say("导入 \(result.number)，", "import \(result.number), ")
    return say(
      """
      \(result.path)（\(number)\(result.profile)）：\(result.rows) 行 = 新增 \(result.new) + 相同 \(result.same) \
      + 变更 \(result.changed) + 退回 \(result.rejected)，其中待定 \(result.pending)
      入账销售额 \(result.postedGross.grouped)，退款 \(result.postedRefunds.grouped)
      """,
      """
      \(result.path) (\(number)\(result.profile)): \(result.rows) rows = \(result.new) new + \(result.same) same \
      + \(result.changed) changed + \(result.rejected) rejected; \(result.pending) pending
      Posted gross \(result.postedGross.grouped), refunds \(result.postedRefunds.grouped)
      """)
  }

  private func table(_ results: [ImportResult]) -> Table {
    let keys = ["import", "file", "profile", "rows", "new", "same", "changed", "rejected"]
    var columns = keys.map(Headings.column)
    columns += [
      Column("pending", say("其中待定", "Pending"), .right),
      Column("posted_gross", say("入账销售额", "Posted gross"), .right),
      Column("posted_refunds", say("入账退款", "Posted refunds"), .right),
    ]
    return Table(
      columns,
      rows: results.map { result in
        let counts = [
          result.rows, result.new, result.same, result.changed, result.rejected, result.pending,
        ]
        return [result.number == 0 ? "" : String(result.number), result.path, result.profile]
          + counts.map { String($0) }
          + [result.postedGross, result.postedRefunds].map {
            format == .table ? $0.grouped : $0.description
          }
      })
  }

  private func json(_ result: ImportResult) -> JSON {
    func number(_ count: Int) -> JSON { .int(Int64(count)) }
    func money(_ amount: Money) -> JSON { .string(amount.description) }
    return .object([
      ("import", result.number == 0 ? .null : .int(result.number)), ("file", .string(result.file)),
      ("part", .optional(result.part.isEmpty ? nil : result.part)),
      ("sha256", .string(result.sha256)), ("profile", .string(result.profile)),
      ("encoding", .string(result.encoding)), ("rows", number(result.rows)),
      ("new", number(result.new)), ("same", number(result.same)),
      ("changed", number(result.changed)), ("rejected", number(result.rejected)),
      ("pending", number(result.pending)), ("conflicts", number(result.conflicts)),
      ("gross", money(result.gross)), ("refunds", money(result.refunds)),
      ("net", money(result.gross - result.refunds)), ("posted_gross", money(result.postedGross)),
      ("posted_refunds", money(result.postedRefunds)), ("first_day", .optional(result.firstDay)),
      ("last_day", .optional(result.lastDay)), ("posted", .bool(result.isPosted)),
      ("rejects_file", .optional(result.rejectsFile)),
      ("passed_over", .array(result.passedOver.map { .string($0.path) })),
    ])
  }
}

/// Why a row was rejected, for people.
func rejectSentence(_ reason: String, column: String, value: String) -> String {
  Sentences.sentence(for: Problem(reason, ["column": column, "value": value]))
}

/// Why a part of a file was passed over, for people.
private func passedOverSentence(_ part: PassedOver) -> String {
  switch part.reason {
  case let problem as Problem: problem.description
  case let error as TabularError: error.problem.description
  case let other: "\(other)"
  }
}
