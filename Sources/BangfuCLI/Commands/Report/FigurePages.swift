import Bangfu
import Domain

/// The report of a month or a year as text, as one flat table, as JSON, and as it is handed in.
struct FigurePages {
  private let report: FigureReport
  private let unit: MoneyUnit

  /// Prepares a report in a unit; amounts are rounded here, the last thing of all.
  init(report: FigureReport, in unit: MoneyUnit = .yuan) {
    self.report = unit == .yuan ? report : report.mapAmounts(unit.of)
    self.unit = unit
  }

  private var waterfall: [(title: String, amount: Money)] {
    let titles = [
      say("销售额", "Gross"), say("− 退款", "− refunds"), say("− 重复", "− duplicates"),
      say("− 不计入", "− excluded"), say("− 待定", "− pending"),
      say("= 计入（帮扶销售额）", "= counted, the figure"),
    ]
    let steps = zip(titles, report.headline.parts).map { (title: $0, amount: $1.amount) }
    return rounding == .zero
      ? steps : steps.dropLast() + [(say("+ 尾差", "+ rounding"), rounding), steps[5]]
  }

  /// What rounding leaves between the sums.
  private var rounding: Money {
    let sums = report.headline
    return sums.counted
      - (sums.gross - sums.refunds - sums.duplicates - sums.excluded - sums.pending)
  }

  /// The figure, if all that may be reported twice were.
  private var lowest: Money { report.headline.counted - report.atRisk }

  private var breakdowns: [Breakdown] {
    [
      breakdown("by_channel", say("按渠道", "By channel"), of: .channel, report.byChannel),
      breakdown("by_product", say("按商品", "By product"), of: .sku, report.byProduct),
      breakdown("by_supplier", say("按供应商", "By supplier"), of: .supplier, report.bySupplier),
      byTime,
    ]
  }

  private var byTime: Breakdown {
    switch report.time {
    case .month: breakdown("by_day", say("按日", "By day"), of: .day, report.byTime)
    case .year: breakdown("by_month", say("按月", "By month"), of: .month, report.byTime)
    }
  }

  private func breakdown(_ key: String, _ title: String, of column: Column, _ rows: [BreakdownRow])
    -> Breakdown
  {
    Breakdown(key: key, title: title, of: column, rows: rows, unit: unit)
  }

  /// What is said beside the sums, a sentence each.
  private var remarks: [String] {
    var remarks: [String] = []
    let headline = report.headline
    if [headline.duplicates, headline.excluded, headline.pending].contains(where: { $0 < .zero }) {
      remarks.append(
        say(
          "负数是退款：这类商品本月退的比卖的多（卖在以前的月份），退款已在上面减过，这里加回来。",
          "A negative one: of such sales more was refunded than sold this month; refunds took it off already."
        ))
    }
    if report.waitingCases > 0 {
      remarks.append(
        say(
          "另有 \(report.waitingCases) 张售后单在等订单，退款 \(report.waitingCash.grouped)，不在上面：见 bangfu channel pending",
          "Beside it \(report.waitingCases) after-sale cases wait, of \(report.waitingCash.grouped): see bangfu channel pending"
        ))
    }
    if report.undecided > 0 {
      remarks.append(
        say(
          "\(report.undecided) 组可能重复的销售还没决定：计入在 \(lowest.grouped) 至 \(headline.counted.grouped) 之间，见 bangfu duplicates list",
          "\(report.undecided) \(report.undecided == 1 ? "group" : "groups") of sales may be reported twice: the figure is from \(lowest.grouped) to \(headline.counted.grouped); see bangfu duplicates list"
        ))
    }
    if report.agreements > 0 {
      remarks.append(
        say(
          "另有签约 \(report.agreements) 份，共 \(report.agreed.grouped)，不是销售，不在上面：见 bangfu agreement list",
          "Beside it \(report.agreements) signed \(report.agreements == 1 ? "agreement" : "agreements") of \(report.agreed.grouped): no sales; see bangfu agreement list"
        ))
    }
    return remarks
  }

  /// Whether all of it adds up, in words.
  private var reconciliation: String {
    report.reconciles
      ? say(
        "核对：各项分解与总数一致，分毫不差。", "Reconciles: every breakdown adds up to the headline, to the fen.")
      : say("核对：分解与总数不一致！请运行 bangfu check。", "DOES NOT RECONCILE: run bangfu check.")
  }

  private var title: String {
    switch report.time {
    case .month(let month):
      say("帮扶销售月报 \(month)（单位：\(unit.name)）", "Monthly report \(month), in \(unit.name)")
    case .year(let year):
      say("帮扶销售年报 \(year)（单位：\(unit.name)）", "Yearly report \(year), in \(unit.name)")
    }
  }

  /// The report for people.
  var text: String {
    var text = title + "\n\n"
    text += amounts(waterfall.map { ($0.title, $0.amount.grouped) })
    for remark in remarks { text += remark + "\n" }
    for breakdown in breakdowns {
      text +=
        "\n" + breakdown.title + "\n"
        + breakdown.table(addingUpTo: report.headline).text(within: Screen.width)
    }
    if let target = report.target { text += "\n" + self.text(of: target) }
    text += "\n" + reconciliation + "\n"
    if let proof { text += proof + "\n" }
    return text
  }

  /// Whether the lines add up to it, in words; nil where nobody asked.
  private var proof: String? {
    report.differences.map { differences in
      differences.isEmpty
        ? say(
          "证明：用单据和明细重新核算，结果相同。", "Proved: added up anew from documents and lines, all the same.")
        : say("证明失败：\(differences.count) 处不同。", "NOT PROVED: \(differences.count) sums differ.")
    }
  }

  private func text(of target: TargetProgress) -> String {
    amounts(
      facts(of: target).map { ($0.word, $0.amount?.grouped ?? $0.share.map { $0 + "%" } ?? "") })
  }

  /// What is said of a target: an amount, or how much of it is done, in percent.
  private func facts(of target: TargetProgress) -> [(
    word: String, amount: Money?, share: String?
  )] {
    var rows: [(word: String, amount: Money?, share: String?)] = [
      (
        say("目标（\(target.from) 至 \(target.to)）", "Target, \(target.from) to \(target.to)"),
        target.amount, nil
      ),
      (
        say("截至 \(target.asOf) 已计入", "Counted to \(target.asOf)"), target.countedToDate, nil
      ),
      (say("还差", "Remaining"), target.remaining, nil),
      (say("完成", "Done"), nil, target.percent),
    ]
    if let required = target.requiredPerDay {
      rows.append(
        (
          say("剩 \(target.daysLeft) 天，每天需要", "Needed a day, \(target.daysLeft) days left"),
          required, nil
        ))
    }
    return rows
  }

  private func amounts(_ rows: [(String, String)]) -> String {
    let table = Table(
      [Column("name", "", ""), Column("amount", "", "", .money)], rows: rows.map { [$0.0, $0.1] })
    return String(table.text.drop { $0 == "\n" })
  }

  /// The report as it is handed in; with what stands around it where it is of the books as they are now.
  func paper(around: FigureSurroundings?) -> Paper {
    var parts: [Paper.Part] = []
    if let target = report.target {
      var part = Paper.Part(
        say("目标进度", "Progress towards the target"),
        Table(
          [.field, .amount, .share],
          rows: facts(of: target).map { [Cell($0.word), Cell($0.amount), Cell($0.share)] }))
      part.chart = .progress(done: target.countedToDate, of: target.amount)
      parts.append(part)
    }
    parts.append(bridge)
    if let around { parts.append(months(around)) }
    let households = around.map(households) ?? [:]
    for breakdown in breakdowns {
      parts.append(
        breakdown.part(
          addingUpTo: report.headline, households: breakdown.of == .supplier ? households : [:]))
    }
    if let around {
      parts += sideBySide(around.waterfall)
      if !around.open.rows.isEmpty {
        parts.append(
          Paper.Part(
            say(
              "结账时没办完的事和签字的原因", "What was open when the month was closed, and why it was signed for"
            ),
            Table(around.open), in: unit))
      }
      if !around.versions.rows.isEmpty {
        parts.append(
          Paper.Part(say("发布的版本", "Published versions"), Table(around.versions).in(unit)))
      }
    }
    return Paper(
      title: title,
      notes: remarks + [reconciliation, proof, around.flatMap(openness)].compactMap(\.self),
      parts: parts)
  }

  /// That a month may still change, and where it says what is open; nil of a published one, and of a year.
  private func openness(_ around: FigureSurroundings) -> String? {
    guard case .month(let month) = report.time, around.versions.rows.isEmpty else { return nil }
    return say(
      "还没有发布，还会变；没办完的事：bangfu month status \(month)",
      "Not published yet, and it may change; what is open: bangfu month status \(month)")
  }

  /// From gross to counted.
  private var bridge: Paper.Part {
    var part = Paper.Part(
      say("从销售额到计入", "From gross to counted"),
      Table([.step, .amount], rows: waterfall.map { [Cell($0.title), Cell($0.amount)] }))
    var level = Money.zero
    part.chart = .steps(
      waterfall.enumerated().map { number, step in
        let isWhole = number == 0 || number == waterfall.count - 1
        let change = step.amount == rounding && number == 5 ? rounding : -step.amount
        let (from, to) = isWhole ? (Money.zero, step.amount) : (level, level + change)
        level = to
        return (step.title, from, to, step.amount)
      })
    part.bars = ([.amount], waterfall.count)
    return part
  }

  /// The months of the year by channel.
  private func months(_ around: FigureSurroundings) -> Paper.Part {
    let columns = around.channels.map { Column($0.code, $0.name, $0.name, .money) }
    let rows = zip(around.months, around.counted).map { month, amounts in
      [Cell(month)] + amounts.map { Cell($0) } + [Cell(amounts.reduce(.zero, +))]
    }
    let sums = columns.indices.map { at in around.counted.reduce(Money.zero) { $0 + $1[at] } }
    var part = Paper.Part(
      say("各月各渠道计入", "Counted by month and channel"),
      Table([.month] + columns + [.counted], rows: rows),
      total: [Cell(say("合计", "Total"))] + sums.map { Cell($0) } + [Cell(sums.reduce(.zero, +))],
      in: unit)
    part.chart = .stacked(
      labels: around.months.map { String($0.suffix(2)) },
      all: around.channels.enumerated().map { at, channel in
        (channel.name, around.counted.map { unit.of($0[at]) })
      }, in: unit)
    part.bars = (columns, rows.count)
    return part
  }

  /// How many households are linked with each supplier.
  private func households(_ around: FigureSurroundings) -> [String: String] {
    Dictionary(
      around.waterfall.rows.filter { $0[0] == "supplier" }.map { ($0[1], $0[3]) }
    ) { first, _ in first }
  }

  /// What counts side by side, and the reasons for what does not.
  private func sideBySide(_ waterfall: Listed) -> [Paper.Part] {
    let table = Table(waterfall).in(unit)
    func part(_ title: String, _ sections: Set<String>) -> Paper.Part {
      Paper.Part(
        title, Table(table.columns, rows: table.rows.filter { sections.contains($0[0].plain) }))
    }
    return [
      part(
        say("计入的：认定、去向、平台、采购方式", "What counts: certificates, destination, platform, way"),
        ["certificates", "destination", "platform", "way"]),
      part(
        say("不计入和待定的原因", "Why the rest does not count"), ["duplicate", "excluded", "pending"]),
    ]
  }

  /// All of it as one table, for spreadsheets.
  var flat: Table {
    let columns: [Column] = [
      .section, .code, .name, .unit, .quantity, .gross, .refunds, .counted, .amount, .duplicates,
      .excluded, .pending, .missing,
    ]
    let blank = Array(repeating: "", count: 4)
    var rows = report.headline.parts.map {
      ["headline", $0.column.key, "", "", "", "", "", "", $0.amount.description] + blank
    }
    for breakdown in breakdowns {
      rows += breakdown.rows.map { row in
        [breakdown.key] + columns.dropFirst().map { breakdown.cell(of: row, in: $0).plain }
      }
    }
    rows.append(["signed", "agreements", "", "", "\(report.agreements)", "", "", "", ""] + blank)
    rows.append(["signed", "amount", "", "", "", "", "", "", report.agreed.description] + blank)
    for (key, value) in targetFacts {
      rows.append(["target", key, "", "", "", "", "", "", value ?? ""] + blank)
    }
    rows += [
      ["range", "from", "", "", "", "", "", "", lowest.description] + blank,
      ["range", "to", "", "", "", "", "", "", report.headline.counted.description] + blank,
      ["range", "undecided", "", "", String(report.undecided), "", "", "", ""] + blank,
    ]
    rows.append(["reconciles", String(report.reconciles), "", "", "", "", "", "", ""] + blank)
    return Table(columns, rows: rows).saying(unit)
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
    var members: [(String, JSON)] =
      switch report.time {
      case .month(let month): [("month", .string(month.description))]
      case .year(let year): [("year", .int(Int64(year)))]
      }
    if let code = unit.code { members.append(("unit", .string(code))) }
    members += report.headline.parts.map { ($0.column.key, .string($0.amount.description)) }
    members += breakdowns.map { ($0.key, $0.table.json) }
    let left = breakdowns.compactMap { breakdown in
      breakdown.remainder(to: report.headline).map { (breakdown.key, $0) }
    }
    if unit != .yuan { members.append(("rounding", .object(left))) }
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
    members.append(
      (
        "range",
        .object([
          ("from", .string(lowest.description)),
          ("to", .string(report.headline.counted.description)),
          ("undecided", .int(Int64(report.undecided))),
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

extension FigurePages {
  /// Prints the report, or writes it to the file that is named; for what has charts asks what stands around it.
  func show(by options: ChartOptions, around: () throws -> FigureSurroundings?) throws {
    let around = try options.chart || options.list.isPaper ? try around() : nil
    if options.chart {
      return StandardOutput.write(
        paper(around: around).text(within: Screen.width, isDrawn: true))
    }
    try options.list.show(text: text, flat: flat, json: json, paper: paper(around: around))
  }
}
