import Bangfu
import Domain

/// What a person should know of what a table holds: what was left out of it, what looks wrong.
extension ImportNotes {
  var sheetNotes: [String] {
    var notes: [String] = []
    if result.alike > 0 {
      notes.append(
        say(
          "\(result.alike) 行在别的文件里也有，只是工作表名不同：是同一份表的话请撤销其中一次（bangfu import undo）",
          "\(result.alike) rows are in another file too, under another sheet's name: if it is the same sheet, "
            + "undo one of the imports (bangfu import undo)"))
    }
    if !result.unread.isEmpty {
      let columns = result.unread.map(\.visible).joined(separator: say("、", ", "))
      notes.append(
        say(
          "这些列没有读，列名写对了吗：\(columns)",
          "These columns were not read; are they named rightly: \(columns)"))
    }
    return notes
  }

  /// What a file of settlement lines came to: money, and no sale.
  var settlementNotes: [String] {
    let settled = result.settlement
    guard settled.lines > 0 else { return [] }
    var notes = [
      say(
        "结算明细 \(settled.lines) 笔，合计 \(settled.amount.grouped)，其中费用 \((-settled.fees).grouped)：是收到的钱，不是销售；"
          + "核对用 bangfu settle reconcile --channel \(result.channel) --month YYYY-MM",
        "settlement lines: \(settled.lines), of \(settled.amount.grouped), after fees of \((-settled.fees).grouped): money, "
          + "and no sale; bangfu settle reconcile --channel \(result.channel) --month YYYY-MM sets it against orders"
      )
    ]
    for (entry, lines) in settled.unknown.sorted(by: { $0.key < $1.key }) {
      notes.append(
        say(
          "不认识的类型“\(entry.visible)” \(lines) 笔：照样记下；在自己的格式的 [entries] 里写明它是什么，再导入一次",
          "lines of a kind that nobody knows (\(entry.visible)): \(lines); they are kept. Say what it is in [entries] of a "
            + "profile of your own, and import the file again"))
    }
    for control in settled.controls {
      notes.append(
        say(
          "文件里“\(control.label.visible)”是 \(control.stated)，各行加起来是 \(control.computed)",
          "the file states \(control.stated) for \(control.label.visible); its rows add up to \(control.computed)"
        ))
    }
    if result.conflicts > 0 {
      notes.append(
        say(
          "\(result.conflicts) 笔与另一个文件说法不同：看 bangfu settle list --differing，撤销错的那个文件（bangfu import undo）",
          "lines that another file says otherwise: \(result.conflicts); see bangfu settle list --differing, and undo the wrong "
            + "file (bangfu import undo)"))
    }
    return notes
  }

  var postingNotes: [String] {
    var notes: [String] = []
    if result.leftOut > 0 {
      notes.append(
        say(
          "按格式里的 leave-out、only 没有导入的行：\(result.leftOut)",
          "rows left out by leave-out and only of the profile: \(result.leftOut)"))
    }
    if result.agreements > 0 {
      notes.append(
        say(
          "签约 \(result.agreements) 笔，共 \(result.agreed.grouped)：不是销售，不在销售额里，见 bangfu agreement list",
          "signed agreements: \(result.agreements), of \(result.agreed.grouped): no sales, in no sum; "
            + "see bangfu agreement list"))
    }
    if result.hosts > 0 {
      notes.append(
        say(
          "订单里有 \(result.hosts) 位主播没有直播场次，他们的订单不归任何场次：bangfu session hosts 月份 看是谁",
          "hosts that its orders name and that have no session: \(result.hosts); their orders are in none: bangfu session "
            + "hosts MONTH says who"))
    }
    if result.early > 0 {
      notes.append(
        say(
          "\(result.early) 条订单行的退款早于付款：退款记在付款那天；请核对平台上的时间",
          "order lines that were refunded before they were paid: \(result.early); the refunds are booked on the days of "
            + "their sales. Look at the times on the platform"))
    }
    if result.repeated > 0 {
      notes.append(
        say(
          "\(result.repeated) 行与同一编号的另一行完全相同，只算一次；要各算各的，请用自己的格式写 numbered = true",
          "rows that are equal to another one of the same number: \(result.repeated); they count once. Where each counts, "
            + "say numbered = true in a profile of your own"))
    }
    return notes
  }

  var cellNotes: [String] {
    var notes: [String] = []
    if result.beyond > 0 {
      notes.append(
        say(
          "表头右边还有 \(result.beyond) 个单元格没有列名：没有读，留存副本里为空",
          "cells to the right of the header, under no name: \(result.beyond); they were not read, and are blank "
            + "in the copy that is kept"))
    }
    if result.hidden > 0 {
      notes.append(
        say(
          "表里隐藏的 \(result.hidden) 行（比如被筛选掉的）也读了；不该算的话请删掉再导入",
          "rows that the sheet hides, as filters do: \(result.hidden); they were read too. Delete them and import "
            + "again if they should not count"))
    }
    return notes
  }
}
