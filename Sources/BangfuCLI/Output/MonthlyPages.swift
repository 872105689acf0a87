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
    let table = Table([Column("a", ""), Column("b", "", .right)], rows: rows.map { [$0.0, $0.1] })
    return String(table.text.drop { $0 == "\n" })
  }

  /// A breakdown for people; what has no code is said to be unknown.
  private func named(_ listed: Listed) -> Table {
    var table = listed.table(for: .table)
    guard let name = table.columns.firstIndex(where: { $0.key == "name" }) else { return table }
    for index in table.rows.indices where table.rows[index][name].isEmpty {
      table.rows[index][name] = say("（未对应）", "(not known)")
    }
    return table
  }

  /// All of it as one table, for spreadsheets.
  var flat: Table {
    let columns = [
      "section", "code", "name", "unit", "quantity", "gross", "refunds", "counted", "amount",
    ]
    var rows = waterfall.map {
      ["headline", $0.key, "", "", "", "", "", "", $0.amount.description]
    }
    for (key, _, listed) in breakdowns {
      for row in listed.rows {
        let cells = Dictionary(zip(listed.keys, row)) { first, _ in first }
        rows.append(
          [key, row[0]]
            + ["name", "unit", "quantity", "gross", "refunds", "counted"].map { cells[$0] ?? "" }
            + [""])
      }
    }
    rows.append(["signed", "agreements", "", "", "\(report.agreements)", "", "", "", ""])
    rows.append(["signed", "amount", "", "", "", "", "", "", report.agreed.description])
    for (key, value) in targetFacts {
      rows.append(["target", key, "", "", "", "", "", "", value ?? ""])
    }
    rows.append(["reconciles", String(report.reconciles), "", "", "", "", "", "", ""])
    return Table(columns.map { Column($0, $0) }, rows: rows)
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
