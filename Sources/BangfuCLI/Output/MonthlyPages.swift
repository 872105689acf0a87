import Bangfu
import Domain

/// The monthly report as text, as one flat table, and as JSON.
struct MonthlyPages {
  let report: MonthlyReport

  private var waterfall: [(key: String, title: String, amount: Money)] {
    [
      ("gross", say("销售额", "Gross"), report.gross),
      ("refunds", say("− 退款", "− refunds"), report.refunds),
      ("duplicates", say("− 重复", "− duplicates"), report.duplicates),
      ("excluded", say("− 不计入", "− excluded"), report.excluded),
      ("pending", say("− 待定", "− pending"), report.pending),
      ("counted", say("= 计入（帮扶销售额）", "= counted, the figure"), report.counted),
    ]
  }

  private var breakdowns: [(key: String, title: String, rows: Listed)] {
    [
      ("by_channel", say("按渠道", "By channel"), report.byChannel),
      ("by_product", say("按商品", "By product"), report.byProduct),
      ("by_supplier", say("按供应商", "By supplier"), report.bySupplier),
      ("by_day", say("按日", "By day"), report.byDay),
    ]
  }

  /// The report for people.
  var text: String {
    var text = say(
      "帮扶销售月报 \(report.month)（单位：元）\n\n", "Monthly report \(report.month), in yuan\n\n")
    text += amounts(waterfall.map { ($0.title, $0.amount.grouped) })
    if [report.duplicates, report.excluded, report.pending].contains(where: { $0 < .zero }) {
      text += say(
        "负数是退款：这类商品本月退的比卖的多（卖在以前的月份），退款已在上面减过，这里加回来。\n",
        "A negative one: of such sales more was refunded than sold this month; refunds took it off already.\n"
      )
    }
    if report.waitingCases > 0 {
      text += say(
        "另有 \(report.waitingCases) 张售后单在等订单，退款 \(report.waitingCash.grouped)，不在上面：见 bangfu channel pending\n",
        "Beside it \(report.waitingCases) after-sale cases wait, of \(report.waitingCash.grouped): see bangfu channel pending\n"
      )
    }
    if report.agreements > 0 {
      text += say(
        "另有签约 \(report.agreements) 份，共 \(report.agreed.grouped)，不是销售，不在上面：见 bangfu agreement list\n",
        "Beside it \(report.agreements) signed \(report.agreements == 1 ? "agreement" : "agreements") of \(report.agreed.grouped): no sales; see bangfu agreement list\n"
      )
    }
    for (_, title, listed) in breakdowns {
      text += "\n" + title + "\n" + named(listed).text(within: Screen.width)
    }
    if let target = report.target { text += "\n" + self.text(of: target) }
    text += "\n"
    text +=
      report.reconciles
      ? say(
        "核对：各项分解与总数一致，分毫不差。\n", "Reconciles: every breakdown adds up to the headline, to the fen.\n"
      )
      : say("核对：分解与总数不一致！请运行 bangfu check。\n", "DOES NOT RECONCILE: run bangfu check.\n")
    if let differences = report.differences {
      text +=
        differences.isEmpty
        ? say(
          "证明：用单据和明细重新核算，结果相同。\n", "Proved: added up anew from documents and lines, all the same.\n"
        )
        : say("证明失败：\(differences.count) 处不同。\n", "NOT PROVED: \(differences.count) sums differ.\n")
    }
    return text
  }

  private func text(of target: TargetProgress) -> String {
    var rows = [
      (
        say("目标（\(target.from) 至 \(target.to)）", "Target, \(target.from) to \(target.to)"),
        target.amount.grouped
      ),
      (say("截至 \(target.asOf) 已计入", "Counted to \(target.asOf)"), target.countedToDate.grouped),
      (say("还差", "Remaining"), target.remaining.grouped),
      (say("完成", "Done"), target.percent + "%"),
    ]
    if let required = target.requiredPerDay {
      rows.append(
        (
          say("剩 \(target.daysLeft) 天，每天需要", "Needed a day, \(target.daysLeft) days left"),
          required.grouped
        ))
    }
    return amounts(rows)
  }

  private func amounts(_ rows: [(String, String)]) -> String {
    let table = Table(
      [Column("name", "", ""), Column("amount", "", "", .money)], rows: rows.map { [$0.0, $0.1] })
    return String(table.text.drop { $0 == "\n" })
  }

  /// A breakdown for people, with its total; sums that the whole month has none of are left out.
  private func named(_ listed: Listed) -> Table {
    let named = listed.namingMissing
    let amounts = Dictionary(uniqueKeysWithValues: waterfall.map { ($0.key, $0.amount) })
    let last = named.keys.enumerated().map { place, key in
      place == 0 ? say("合计", "Total") : amounts[key]?.description ?? ""
    }
    let idle = ["duplicates", "excluded", "pending"].filter { key in
      let place = named.keys.firstIndex(of: key)
      return !named.rows.contains { row in place.map { row[$0] != "0.00" } ?? false }
    }
    return Listed(keys: named.keys, rows: named.rows + [last]).without(idle).table(for: .table)
  }

  /// All of it as one table, for spreadsheets.
  var flat: Table {
    let columns = [
      "section", "code", "name", "unit", "quantity", "gross", "refunds", "counted", "amount",
      "duplicates", "excluded", "pending", "missing",
    ]
    let blank = Array(repeating: "", count: 4)
    var rows = waterfall.map {
      ["headline", $0.key, "", "", "", "", "", "", $0.amount.description] + blank
    }
    for (key, _, listed) in breakdowns {
      for row in listed.rows {
        let cells = Dictionary(zip(listed.keys, row)) { first, _ in first }
        rows.append(
          [key, row[0]]
            + ["name", "unit", "quantity", "gross", "refunds", "counted"].map { cells[$0] ?? "" }
            + [""] + columns.suffix(4).map { cells[$0] ?? "" })
      }
    }
    rows.append(["signed", "agreements", "", "", "\(report.agreements)", "", "", "", ""])
    rows.append(["signed", "amount", "", "", "", "", "", "", report.agreed.description])
    for (key, value) in targetFacts {
      rows.append(["target", key, "", "", "", "", "", "", value ?? ""] + blank)
    }
    rows.append(["reconciles", String(report.reconciles), "", "", "", "", "", "", ""] + blank)
    return Table(columns.map(Column.named), rows: rows)
  }

  private var targetFacts: [(String, String?)] {
    guard let target = report.target else { return [] }
    return [
      ("from", target.from), ("to", target.to), ("amount", target.amount.description),
      ("counted_to_date", target.countedToDate.description),
      ("remaining", target.remaining.description), ("percent", target.percent),
      ("required_per_day", target.requiredPerDay?.description), ("as_of", target.asOf),
    ]
  }

  /// The report for programs.
  var json: JSON {
    var members: [(String, JSON)] = [("month", .string(report.month.description))]
    members += waterfall.map { ($0.key, .string($0.amount.description)) }
    members += breakdowns.map { ($0.key, $0.rows.table(for: .json).json) }
    let target =
      report.target.map { target in
        JSON.object(
          targetFacts.map { ($0.0, .optional($0.1)) } + [
            ("days_left", .int(Int64(target.daysLeft)))
          ])
      } ?? .null
    members.append(
      (
        "signed",
        .object([
          ("agreements", .int(Int64(report.agreements))),
          ("amount", .string(report.agreed.description)),
        ])
      ))
    members += [("target", target), ("reconciles", .bool(report.reconciles))]
    if let differences = report.differences {
      members += [
        ("proved", .bool(differences.isEmpty)),
        ("differences", .array(differences.map { .string($0) })),
      ]
    }
    return .object(members)
  }
}
