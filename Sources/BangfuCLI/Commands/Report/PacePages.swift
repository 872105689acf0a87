import Bangfu
import Domain

/// The pace as text, as tables, and as it is handed in.
struct PacePages {
  let pace: Pace
  let unit: MoneyUnit

  private static let facts: [(key: String, word: String)] = [
    ("target", say("目标", "Target")), ("counted", say("已计入", "Counted")),
    ("done", say("完成 %", "Done, %")),
    ("at_risk", say("退货期内的", "Inside return windows")),
    ("expected_back", say("其中预计会退", "Expected back of it")), ("pending", say("待定", "Pending")),
    ("needed_a_day", say("每天需要", "Needed a day")), ("needed_a_week", say("每周需要", "Needed a week")),
    ("forecast", say("预计完成", "Forecast")),
    ("forecast_low", say("预计最低（八成把握）", "At least, by four of five")),
    ("forecast_high", say("预计最高（八成把握）", "At most, by four of five")),
    ("error_percent", say("过去各月预测误差 %", "Error for months past, %")),
  ]

  private var values: [Money?] {
    [
      pace.amount, pace.counted, nil, pace.atRisk, pace.expectedBack, pace.pending,
      pace.neededADay, pace.neededAWeek, pace.expected, pace.low, pace.high, nil,
    ]
  }

  /// The facts, with keys for programs and words for people; nil is what is not known.
  private var cells: [(key: String, word: String, value: String?)] {
    var cells: [(key: String, word: String, value: String?)] = []
    for (fact, amount) in zip(Self.facts, values) {
      var value = amount.map { unit.of($0).description }
      if fact.key == "done", pace.amount > .zero {
        value = percent(Double(pace.counted.minor) / Double(pace.amount.minor) * 100)
      } else if fact.key == "error_percent" {
        value = pace.error.map(percent)
      }
      cells.append((fact.key, fact.word, value))
    }
    return cells
  }

  private var summary: Paper.Part {
    var part = Paper.Part(
      say(
        "\(pace.from) 至 \(pace.to)，算到 \(pace.today)",
        "\(pace.from) to \(pace.to), as of \(pace.today)"),
      Table(
        [.field, Self.amount],
        rows: cells.compactMap { cell in cell.value.map { [cell.word, $0] } }))
    part.chart = .progress(done: pace.counted, of: pace.amount)
    part.notes = remarks
    return part
  }

  private static let amount = Column("value", "值", "Value", .money)

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
      series: [(Column.counted.title, pace.months.map(\.counted))])
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
          Column("back_percent", "退货率%", "Back %", .figure),
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
      cells.map { ($0.key, .optional($0.value)) } + [
        ("from", .string(pace.from.description)), ("to", .string(pace.to.description)),
        ("today", .string(pace.today.description)),
        ("known_until", .optional(pace.knownUntil?.description)),
        ("by_month", months.table.json), ("by_channel", channels.table.json),
      ])
  }

  /// All of it as one table: a part, a key, a value.
  private var flat: Table {
    var rows = cells.map { ["pace", $0.key, $0.value ?? ""] }
    for (name, part) in [("by_month", months), ("by_channel", channels)] {
      for row in part.table.rows {
        for (column, cell) in zip(part.table.columns, row).dropFirst() {
          rows.append([name, "\(row[0].plain) \(column.key)", cell.plain])
        }
      }
    }
    return Table([.section, .code, .value], rows: rows)
  }

  private var text: String {
    var text = paper.title + "\n"
    for part in paper.parts {
      text += "\n" + part.title + "\n"
      var table = part.table
      if let total = part.total { table.rows.append(total) }
      text += table.forPeople.text(within: Screen.width)
      for note in part.notes { text += note + "\n" }
    }
    return text
  }

  /// Prints the pace, or writes it to the file that is named.
  func show(by options: ListOptions) throws {
    switch try options.target {
    case .screen(.table): return StandardOutput.write(text)
    case .screen(.csv): return printRows(flat, .csv)
    case .screen(.json): return printLine(json.pretty)
    case .file(let output, .json): try write(json.pretty + "\n", to: output)
    case .file(let output, .csv): try write(flat, to: output)
    case .file(let output, let format): try write(paper, to: output, as: format)
    }
    if let output = options.output {
      printToStandardError(say("已写入 \(output)", "Wrote \(output)."))
    }
  }
}
