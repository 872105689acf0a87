import Bangfu
import Domain

/// What the import of some files did, as it is told to people and programs.
struct ImportRun {
  private var results: [ImportResult] = []
  /// The refused that are parts of a file of which others were imported.
  private var parts = Set<String>()
  /// Files and parts that were refused, with the codes of why.
  private var refused: [(file: String, problems: [Problem])] = []
  /// True for one file, named itself: its refusal ends the program.
  let isAlone: Bool

  /// How each file is called in what is shown, by the name it was imported by.
  private let names: [String: String]

  init(_ files: [ImportFolder.Found], isAlone: Bool) {
    self.isAlone = isAlone
    names = Dictionary(ImportFolder.shownNames(of: files)) { first, _ in first }
  }

  /// True where a row was rejected, or a file refused.
  var hasFaults: Bool { !refused.isEmpty || results.contains { $0.rejected > 0 } }

  /// Adds the tables of a file, and says what a person should know of them.
  mutating func add(_ tables: [ImportResult]) {
    for table in tables { tell(table, isAlone: isAlone && tables.count == 1) }
    results += tables
    for part in tables.flatMap(\.passedOver) where part.isRefused {
      parts.insert(shown(part, of: tables[0]))
      refused.append((shown(part, of: tables[0]), [part.reason]))
    }
  }

  /// Adds a file that was refused; the others go on.
  ///
  /// - Throws: the error, where the file is alone, or where no other file would fare better.
  mutating func add(_ error: any Error, of file: String) throws {
    guard !isAlone, let problems = Ending.problems(in: error), let first = problems.first,
      Sentences.exit(for: first) == .data
    else { throw error }
    refused.append((file, problems))
    for var problem in problems {
      problem.facts["file"] = nil
      let name = names[file] ?? file
      printToStandardError(
        say("\(name.visible)：没有导入：", "\(name.visible): not imported: ") + problem.description)
    }
  }

  /// Counts anew what is pending: later files tell what became of the sales of earlier ones.
  mutating func recount(in programme: Programme) throws {
    guard results.count > 1 else { return }
    for index in results.indices where results[index].number != 0 {
      results[index].pending = try programme.imports.countPending(of: results[index].number)
    }
  }

  /// Prints all of it: one file in two lines, several as one table; says where pending rows are told of.
  func show(_ format: Format) {
    if results.contains(where: { !$0.isPosted }) {
      printToStandardError(say("什么也没有记", "Nothing was recorded."))
    }
    let pending = results.reduce(0) { $0 + $1.pending }
    if pending > 0 {
      printToStandardError(
        say(
          "\(pending) 行待定，原因见 bangfu channel pending；没有对应商品的链接见 bangfu channel unmapped",
          "pending rows: \(pending); see bangfu channel pending for why, and bangfu channel unmapped "
            + "for listings to map"))
    }
    if format == .json {
      let objects = results.map(json) + refused.map(json)
      printLine((objects.count == 1 ? objects[0] : .array(objects)).pretty)
    } else if format == .table, results.count == 1, refused.isEmpty {
      printLine(summary(of: results[0]))
    } else {
      printRows(table(format), format)
    }
  }

  /// Says where the days of a file are likely to be slips: to come, or, in a sheet that people type, long ago.
  private func tellUnlikelyDays(of result: ImportResult) {
    let first = result.isSheet ? result.firstDay.flatMap { BusinessDay($0) } : nil
    let last = result.lastDay.flatMap { BusinessDay($0) }.flatMap { $0 > Today.day ? $0 : nil }
    for time in [
      TypedTime(first, say("第一天", "the first day")), TypedTime(last, say("最后一天", "the last day")),
    ] {
      guard let doubt = time?.doubt else { continue }
      printToStandardError(
        say(
          "注意：\(doubt)；写错了就先 bangfu import undo，改好再导入",
          "Note: \(doubt). If it is a slip: bangfu import undo, mend the file, and import it again."
        ))
    }
  }

  /// Says what a person should know: rejected rows, totals that differ, what to do next.
  private func tell(_ result: ImportResult, isAlone: Bool) {
    for part in result.passedOver where part.isRefused {
      printToStandardError(
        say(
          "\(shown(part, of: result).visible)：没有导入：",
          "\(shown(part, of: result).visible): not imported: ")
          + part.reason.description)
    }
    for part in result.passedOver where !part.isRefused {
      printToStandardError(
        say(
          "跳过 \(shown(part, of: result).visible)：",
          "passed over \(shown(part, of: result).visible): ")
          + part.reason.description)
    }
    let hasWords =
      result.rejected > 0 || !result.totalsDiffering.isEmpty || !result.isDated
      || result.conflicts > 0 || result.isSheet || result.leftOut > 0
      || result.beyond > 0 || result.repeated > 0 || result.early > 0
      || result.hidden > 0 || result.mended > 0
    if !isAlone, hasWords { printToStandardError(path(of: result).visible + say("：", ":")) }
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
        say(
          "退回的行在 \(file.visible)，改好后再导入",
          "The rejected rows are in \(file.visible); mend and import it."))
    }
    if result.mended > 0 {
      printToStandardError(
        say(
          "上次退回、后来已改好的行：\(result.mended)",
          "rows that were rejected before and have been mended since: \(result.mended)"))
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
    if result.conflicts > 0 {
      printToStandardError(
        say(
          "\(result.conflicts) 行与同一时刻的另一份说法不同，按内容取了一个；哪份更新请用 --as-of 说明，再导入一次",
          "\(result.conflicts) rows differ from another of the same time, and one was chosen by content; "
            + "say by --as-of which is newer, and import it again"))
    }
    if result.isSheet, let day = result.lastDay {
      printToStandardError(
        result.firstDay == day
          ? say("手工表，记在 \(day)", "a sheet, of \(day)")
          : say(
            "手工表，记在 \(result.firstDay ?? "") 到 \(day)",
            "a sheet, of \(result.firstDay ?? "") to \(day)"))
    }
    tellUnlikelyDays(of: result)
    if result.alike > 0 {
      printToStandardError(
        say(
          "\(result.alike) 行在别的文件里也有，只是工作表名不同：是同一份表的话请撤销其中一次（bangfu import undo）",
          "\(result.alike) rows are in another file too, under another sheet's name: if it is the same sheet, "
            + "undo one of the imports (bangfu import undo)"))
    }
    if !result.unread.isEmpty {
      let columns = result.unread.map(\.visible).joined(separator: say("、", ", "))
      printToStandardError(
        say(
          "这些列没有读，列名写对了吗：\(columns)",
          "These columns were not read; are they named rightly: \(columns)"))
    }
    if result.leftOut > 0 {
      printToStandardError(
        say(
          "按格式里的 leave-out、only 没有导入的行：\(result.leftOut)",
          "rows left out by leave-out and only of the profile: \(result.leftOut)"))
    }
    if result.agreements > 0 {
      printToStandardError(
        say(
          "签约 \(result.agreements) 笔，共 \(result.agreed.grouped)：不是销售，不在销售额里，见 bangfu agreement list",
          "signed agreements: \(result.agreements), of \(result.agreed.grouped): no sales, in no sum; see bangfu agreement list"
        ))
    }
    if result.early > 0 {
      printToStandardError(
        say(
          "\(result.early) 条订单行的退款早于付款：退款记在付款那天；请核对平台上的时间",
          "order lines that were refunded before they were paid: \(result.early); the refunds are booked on the days of "
            + "their sales. Look at the times on the platform"))
    }
    if result.repeated > 0 {
      printToStandardError(
        say(
          "\(result.repeated) 行与同一编号的另一行完全相同，只算一次；要各算各的，请用自己的格式写 numbered = true",
          "rows that are equal to another one of the same number: \(result.repeated); they count once. Where each counts, "
            + "say numbered = true in a profile of your own"))
    }
    if result.beyond > 0 {
      printToStandardError(
        say(
          "表头右边还有 \(result.beyond) 个单元格没有列名：没有读，留存副本里为空",
          "cells to the right of the header, under no name: \(result.beyond); they were not read, and are blank "
            + "in the copy that is kept"))
    }
    if result.hidden > 0 {
      printToStandardError(
        say(
          "表里隐藏的 \(result.hidden) 行（比如被筛选掉的）也读了；不该算的话请删掉再导入",
          "rows that the sheet hides, as filters do: \(result.hidden); they were read too. Delete them and import "
            + "again if they should not count"))
    }
  }

  /// The path of a table below what was named: the file, the member of an archive, the sheet of a workbook.
  private func path(of result: ImportResult) -> String {
    let file = names[result.file] ?? result.file
    return result.part.isEmpty ? file : file + "/" + result.part
  }

  private func shown(_ part: PassedOver, of result: ImportResult) -> String {
    guard let first = part.path.firstIndex(of: "/") else { return part.path }
    return (names[result.file] ?? result.file) + part.path[first...]
  }

  private func mended(_ result: ImportResult, _ words: String) -> String {
    result.mended == 0 ? "" : words + String(result.mended)
  }

  /// One import in two lines, for people.
  private func summary(of result: ImportResult) -> String {
    let number = result.number == 0 ? "" : say("导入 \(result.number)，", "import \(result.number), ")
    return say(
      """
      \(path(of: result))（\(number)\(result.profile)）：\(result.rows) 行 = 新增 \(result.new) + 相同 \(result.same) \
      + 变更 \(result.changed) + 退回 \(result.rejected)\(mended(result, " + 已改好 "))，其中待定 \(result.pending)
      \(result.isPosted ? "入账" : "本应入账")销售额 \(result.postedGross.grouped)，退款 \(result.postedRefunds.grouped)
      """,
      """
      \(path(of: result)) (\(number)\(result.profile)): \(result.rows) rows = \(result.new) new + \(result.same) same \
      + \(result.changed) changed + \(result.rejected) rejected\(mended(result, " + mended since: ")); \
      \(result.pending) pending
      \(result.isPosted ? "Posted" : "Would post") gross \(result.postedGross.grouped), refunds \(result.postedRefunds.grouped)
      """)
  }

  /// One row a table that was imported or a file that was refused; for people the sums below.
  private func table(_ format: Format) -> Table {
    var columns: [Column] = [
      .file, .profile, .rows, .new, .same, .changed, .pendingRows, .rejected, .amount,
    ]
    // Few tables have rows that were mended: programs always find the column, people where it tells something.
    let showsMended = results.contains { $0.mended > 0 }
    var rows = results.map { result in
      [path(of: result), result.profile] + counts(result).map { String($0) } + [
        amount(result, format)
      ]
    }
    rows += refused.map { file, problems in
      let reason = problems.first.map(Sentences.code) ?? ""
      return [
        names[file] ?? file,
        format == .table ? say("没有导入", "refused") : reason,
      ]
        + Array(repeating: "", count: columns.count - 2)
    }
    if format == .table {
      let sums = results.reduce(Array(repeating: 0, count: 6)) {
        zip($0, counts($1)).map { $0 + $1 }
      }
      let whole = results.reduce(Money.zero) { $0 + $1.postedGross - $1.postedRefunds }
      rows.append([say("合计", "Total"), ""] + sums.map { String($0) } + [whole.grouped])
      if showsMended {
        columns.insert(.mended, at: columns.count - 1)
        let counts = results.map { String($0.mended) } + refused.map { _ in "" }
        let all = counts + [String(results.reduce(0) { $0 + $1.mended })]
        for index in rows.indices { rows[index].insert(all[index], at: rows[index].count - 1) }
      }
      return Table(columns, rows: rows)
    }
    columns.insert(.importNumber, at: 0)
    columns += [.postedGross, .postedRefunds, .mended]
    return Table(
      columns,
      rows: rows.enumerated().map { index, row in
        guard index < results.count else { return [""] + row + ["", "", ""] }
        let result = results[index]
        return [result.number == 0 ? "" : String(result.number)] + row
          + [
            result.postedGross.description, result.postedRefunds.description,
            String(result.mended),
          ]
      })
  }

  private func counts(_ result: ImportResult) -> [Int] {
    [result.rows, result.new, result.same, result.changed, result.pending, result.rejected]
  }

  /// What this run posted of a table: sales less refunds, in yuan.
  private func amount(_ result: ImportResult, _ format: Format) -> String {
    let net = result.postedGross - result.postedRefunds
    return format == .table ? net.grouped : net.description
  }

  private func json(_ refusal: (file: String, problems: [Problem])) -> JSON {
    .object([
      ("file", .string(refusal.file)), ("path", .string(names[refusal.file] ?? refusal.file)),
      ("posted", .bool(false)),
      ("error", .string(refusal.problems.first.map(Sentences.code) ?? "")),
      ("message", .string(refusal.problems.map(\.description).joined(separator: "\n"))),
    ])
  }

  private func json(_ result: ImportResult) -> JSON {
    func number(_ count: Int) -> JSON { .int(Int64(count)) }
    func money(_ amount: Money) -> JSON { .string(amount.description) }
    return .object([
      ("import", result.number == 0 ? .null : .int(result.number)), ("file", .string(result.file)),
      ("path", .string(path(of: result))), ("channel", .string(result.channel)),
      ("part", .optional(result.part.isEmpty ? nil : result.part)),
      ("sha256", .string(result.sha256)), ("profile", .string(result.profile)),
      ("encoding", .string(result.encoding)), ("rows", number(result.rows)),
      ("new", number(result.new)), ("same", number(result.same)),
      ("changed", number(result.changed)), ("rejected", number(result.rejected)),
      ("mended", number(result.mended)),
      ("pending", number(result.pending)), ("conflicts", number(result.conflicts)),
      ("gross", money(result.gross)), ("refunds", money(result.refunds)),
      ("net", money(result.gross - result.refunds)), ("posted_gross", money(result.postedGross)),
      ("posted_refunds", money(result.postedRefunds)), ("first_day", .optional(result.firstDay)),
      ("last_day", .optional(result.lastDay)), ("posted", .bool(result.isPosted)),
      ("rejects_file", .optional(result.rejectsFile)),
      ("left_out", number(result.leftOut)), ("repeated", number(result.repeated)),
      ("early", number(result.early)), ("agreements", number(result.agreements)),
      ("agreed", .string(result.agreed.description)),
      ("cells_beyond", number(result.beyond)),
      ("hidden_rows", number(result.hidden)),
      ("passed_over", .array(result.passedOver.map { .string($0.path) })),
    ])
  }
}
