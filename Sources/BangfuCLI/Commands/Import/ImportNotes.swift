import Bangfu
import Domain

/// What a person should know of a table that was imported: rejected rows, totals that differ, what to do next.
struct ImportNotes {
  let result: ImportResult
  let names: ImportNames
  /// True where the table is all that is imported, so that its notes need no name above them.
  let isAlone: Bool

  init(_ result: ImportResult, _ names: ImportNames, isAlone: Bool) {
    self.result = result
    self.names = names
    self.isAlone = isAlone
  }

  /// Prints them to standard error.
  func show() {
    let name = isAlone || !needsName ? [] : [names.path(of: result).visible + say("：", ":")]
    let notes =
      rejectNotes + readingNotes + dayNotes + sheetNotes + settlementNotes + postingNotes
      + cellNotes
    for note in passedOverNotes + name + notes { printToStandardError(note) }
  }

  private var needsName: Bool {
    result.rejected > 0 || !result.totalsDiffering.isEmpty || !result.isDated
      || result.conflicts > 0 || result.isSheet || result.leftOut > 0
      || result.beyond > 0 || result.repeated > 0 || result.early > 0
      || result.hidden > 0 || result.mended > 0 || result.settlement.lines > 0
      || result.hosts > 0
  }

  private var passedOverNotes: [String] {
    let refused = result.passedOver.filter(\.isRefused).map { part in
      let path = names.shown(part, of: result).visible
      return say("\(path)：没有导入：", "\(path): not imported: ") + part.reason.description
    }
    return refused
      + result.passedOver.filter { !$0.isRefused }.map { part in
        let path = names.shown(part, of: result).visible
        return say("跳过 \(path)：", "passed over \(path): ") + part.reason.description
      }
  }

  private var rejectNotes: [String] {
    var notes = result.rejects.map { reject in
      say("第 \(reject.line) 行退回：", "line \(reject.line) rejected: ")
        + rejectSentence(reject.reason, column: reject.column, value: reject.value)
    }
    if result.rejected > result.rejects.count {
      notes.append(say("……共退回 \(result.rejected) 行", "… \(result.rejected) rows rejected in all"))
    }
    if let file = result.rejectsFile {
      notes.append(
        say(
          "退回的行在 \(file.visible)，改好后再导入",
          "The rejected rows are in \(file.visible); mend and import it."))
    }
    if result.mended > 0 {
      notes.append(
        say(
          "上次退回、后来已改好的行：\(result.mended)",
          "rows that were rejected before and have been mended since: \(result.mended)"))
    }
    return notes
  }

  private var readingNotes: [String] {
    var notes = result.totalsDiffering.map { total in
      say(
        "第 \(total.line) 行的合计是 \(total.stated)，各行加起来是 \(total.computed)",
        "line \(total.line) states a total of \(total.stated); the rows add up to \(total.computed)"
      )
    }
    if !result.isDated, result.settlement.lines == 0 {
      notes.append(
        say(
          "文件名里没有导出时间；知道的话请加 --as-of，退款日期才准",
          "The file's name does not say when it was exported; give --as-of for the day of refunds."
        ))
    }
    if result.conflicts > 0, result.settlement.lines == 0 {
      notes.append(
        say(
          "\(result.conflicts) 行与同一时刻的另一份说法不同，按内容取了一个；哪份更新请用 --as-of 说明，再导入一次",
          "\(result.conflicts) rows differ from another of the same time, and one was chosen by content; "
            + "say by --as-of which is newer, and import it again"))
    }
    return notes
  }

  /// Of which days a sheet is; which days are likely to be slips: to come, or, in a sheet that people type, long ago.
  private var dayNotes: [String] {
    var notes: [String] = []
    if result.isSheet, let day = result.lastDay {
      notes.append(
        result.firstDay == day
          ? say("手工表，记在 \(day)", "a sheet, of \(day)")
          : say(
            "手工表，记在 \(result.firstDay ?? "") 到 \(day)",
            "a sheet, of \(result.firstDay ?? "") to \(day)"))
    }
    let first = result.isSheet ? result.firstDay.flatMap { BusinessDay($0) } : nil
    let last = result.lastDay.flatMap { BusinessDay($0) }.flatMap { $0 > Today.day ? $0 : nil }
    let times = [
      TypedTime(first, say("第一天", "the first day")), TypedTime(last, say("最后一天", "the last day")),
    ]
    return notes
      + times.compactMap { $0?.doubt }.map { doubt in
        say(
          "注意：\(doubt)；写错了就先 bangfu import undo，改好再导入",
          "Note: \(doubt). If it is a slip: bangfu import undo, mend the file, and import it again."
        )
      }
  }
}
