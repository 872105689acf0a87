import Bangfu
import Domain

/// The pace as text, as tables, and as it is handed in.
struct PacePages {
  let pace: Pace
  let unit: MoneyUnit

  private static var facts: [(key: String, word: String)] {
    [
      ("target", say("目标", "Target")), ("counted", say("已计入", "Counted")),
      ("done", say("完成 %", "Done, %")),
      ("at_risk", say("退货期内的", "Inside return windows")),
      ("expected_back", say("其中预计会退", "Expected back of it")), ("pending", say("待定", "Pending")),
      ("needed_a_day", say("每天需要", "Needed a day")),
      ("needed_a_week", say("每周需要", "Needed a week")),
      ("forecast", say("预计完成", "Forecast")),
      ("forecast_low", say("预计最低（八成把握）", "At least, by four of five")),
      ("forecast_high", say("预计最高（八成把握）", "At most, by four of five")),
      ("error_percent", say("过去各月预测误差 %", "Error for months past, %")),
    ]
  }

  private var values: [Money?] {
    [
      pace.amount, pace.counted, nil, pace.atRisk, pace.expectedBack, pace.pending,
      pace.neededADay, pace.neededAWeek, pace.expected, pace.low, pace.high, nil,
    ]
  }

  /// The facts, with keys for programs and words for people: an amount, or a percentage; neither is what is not known.
  private var cells: [(key: String, word: String, amount: Money?, share: String?)] {
    zip(Self.facts, values).map { fact, amount in
      let share: Double? =
        switch fact.key {
        case "done" where pace.amount > .zero:
          Double(pace.counted.minor) / Double(pace.amount.minor) * 100
        case "error_percent": pace.error
        default: nil
        }
      return (fact.key, fact.word, amount.map(unit.of), share.map(percent))
    }
  }

  private var summary: Paper.Part {
    var part = Paper.Part(
      say(
        "\(pace.from) 至 \(pace.to)，算到 \(pace.today)",
        "\(pace.from) to \(pace.to), as of \(pace.today)"),
      Table(
        [.field, .amount, .share],
        rows: cells.filter { $0.amount != nil || $0.share != nil }.map {
          [Cell($0.word), Cell($0.amount), Cell($0.share)]
        }))
    part.chart = .progress(done: unit.of(pace.counted), of: unit.of(pace.amount))
    part.notes = remarks
    return part
  }

  /// What hinders a forecast, a sentence each.
  private var remarks: [String] {
    var remarks = pace.channels.filter(\.isStale).map {
      say(
        "\($0.name) 的文件只到 \($0.knownUntil)：缺文件，不推算",
        "\($0.name): files reach \($0.knownUntil); a file is missing, and nothing is forecast for it."
      )
    }
    if pace.expected == nil {
      remarks.append(
        say(
          "已知的不足八周，或期限已到：没有预测",
          "Less than eight weeks are known, or the period is over: no forecast."))
    } else if let known = pace.knownUntil {
      remarks.append(say("预测从 \(known) 之后算起", "The forecast begins after \(known)."))
    }
    return remarks
  }

  private var months: Paper.Part {
    let plan = Column("plan", "计划", "Plan", .money)
    let total = pace.months.reduce((Money.zero, Money.zero)) { ($0.0 + $1.plan, $0.1 + $1.counted) }
    var part = Paper.Part(
      say("按月：计划和计入", "By month: the plan, and what is counted"),
      Table(
        [.month, plan, .counted],
        rows: pace.months.map { [Cell($0.month), Cell($0.plan), Cell($0.counted)] }),
      total: [Cell(say("合计", "Total")), Cell(total.0), Cell(total.1)], in: unit)
    part.chart = .stacked(
      labels: pace.months.map { String($0.month.suffix(2)) },
      series: [(Column.counted.title, pace.months.map { unit.of($0.counted) })], in: unit)
    part.bars = ([.counted], pace.months.count)
    return part
  }

  private var channels: Paper.Part {
    Paper.Part(
      say("按渠道", "By channel"),
      Table(
        [
          .channel, .name, .counted, Column("a_day", "近四周每天", "A day, of four weeks", .money),
          Column("at_risk", "退货期内的", "Inside window", .money),
          Column("back_percent", "退货率%", "Back %", .percent),
          Column("window_days", "退货期天数", "Window, days", .number),
          Column("known_until", "已知到", "Known until", .day),
          Column("stale", "缺文件", "File missing", .flag),
        ],
        rows: pace.channels.map {
          [
            Cell($0.code), Cell($0.name), Cell($0.counted), Cell($0.aDay), Cell($0.atRisk),
            Cell(percent($0.backPercent)), Cell($0.window), Cell($0.knownUntil.description),
            Cell($0.isStale),
          ]
        }), in: unit)
  }

  /// A percentage with one decimal.
  private func percent(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths) % 10)"
  }

  private var paper: Paper {
    Paper(
      title: say("帮扶销售进度（单位：\(unit.name)）", "Pace towards the target, in \(unit.name)"), notes: [],
      parts: [summary, months, channels])
  }

  private var json: JSON {
    .object(
      (unit.code.map { [("unit", .string($0))] } ?? [])
        + cells.map { ($0.key, .optional($0.amount?.description ?? $0.share)) } + [
          ("from", .string(pace.from.description)), ("to", .string(pace.to.description)),
          ("today", .string(pace.today.description)),
          ("known_until", .optional(pace.knownUntil?.description)),
          ("by_month", months.table.json), ("by_channel", channels.table.json),
        ])
  }

  /// All of it as one table: a part, a key, a value.
  private var flat: Table {
    var rows = cells.map { ["pace", $0.key, $0.amount?.description ?? $0.share ?? ""] }
    for (name, part) in [("by_month", months), ("by_channel", channels)] {
      for row in part.table.rows {
        for (column, cell) in zip(part.table.columns, row).dropFirst() {
          rows.append([name, "\(row[0].plain) \(column.key)", cell.plain])
        }
      }
    }
    return Table([.section, .code, .value], rows: rows).saying(unit)
  }

  /// Prints the pace, or writes it to the file that is named.
  func show(by options: ChartOptions) throws {
    try options.list.show(
      text: paper.text(within: Screen.width, isDrawn: options.chart), flat: flat, json: json,
      paper: paper)
  }
}
