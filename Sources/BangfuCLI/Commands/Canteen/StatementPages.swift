import Bangfu
import Domain

/// A statement of account as text, as one table, and as it is handed in.
struct StatementPages {
  let statement: BuyerStatement
  let unit: MoneyUnit

  private static let levels: Set<String> = ["owed"]

  /// A row before or after the lines: what is owed then, and what the lines add up to.
  private func end(_ word: String, _ day: BusinessDay?, _ owed: Money, sums: [String: Money] = [:])
    -> [Cell]
  {
    statement.lines.keys.map { key in
      switch key {
      case "day": Cell(day?.description)
      case "kind": Cell(word)
      case "owed": Cell(owed)
      default: Cell(sums[key])
      }
    }
  }

  /// The lines between what was owed before and what is owed after.
  private var lines: Table {
    let lines = Table(statement.lines, levels: Self.levels)
    return Table(
      lines.columns, rows: [end("opening", statement.from, statement.opening)] + lines.rows)
  }

  private var closing: [Cell] {
    func sum(_ key: String) -> Money {
      guard let place = statement.lines.keys.firstIndex(of: key) else { return .zero }
      return statement.lines.rows.reduce(.zero) { $0 + (Money($1[place]) ?? .zero) }
    }
    return end(
      "closing", statement.to, statement.closing,
      sums: ["ordered": sum("ordered"), "amount": sum("amount")])
  }

  private var answers: Table {
    Table(
      [.state, .lines, .amount],
      rows: statement.answers.map { [Cell($0.state), Cell($0.lines), Cell($0.amount)] })
  }

  private var ageing: Table { Table(statement.ageing) }

  /// The days, in words.
  private var days: String {
    guard let from = statement.from else {
      return say("截至 \(statement.to)", "to \(statement.to)")
    }
    return say("\(from) 至 \(statement.to)", "\(from) to \(statement.to)")
  }

  private var proof: String {
    statement.reconciles
      ? say("期初加每一行等于期末，到分。", "Opening and all lines add up to the closing balance, to the fen.")
      : say("期初加每一行不等于期末：请用 bangfu check 查看。", "Opening and lines do not add up: see bangfu check.")
  }

  private var paper: Paper {
    var account = Paper.Part(say("往来", "Account"), lines, total: closing, in: unit)
    account.notes = [proof]
    return Paper(
      title: say(
        "对账单 \(statement.name)（\(statement.buyer)），单位：\(unit.name)",
        "Statement of \(statement.name) (\(statement.buyer)), in \(unit.name)"),
      notes: [days],
      parts: [
        account,
        Paper.Part(say("对方的答复", "What the buyer says"), answers, in: unit),
        Paper.Part(
          say("\(statement.to) 的账龄", "Ages on \(statement.to)"), ageing, in: unit),
      ])
  }

  private var json: JSON {
    let rows = Table(statement.lines, levels: Self.levels)
    return .object(
      (unit.code.map { [("unit", .string($0))] } ?? []) + [
        ("buyer", .string(statement.buyer)), ("name", .string(statement.name)),
        ("from", .optional(statement.from?.description)),
        ("to", .string(statement.to.description)),
        ("opening", .string(unit.of(statement.opening).description)),
        ("lines", rows.in(unit).json),
        ("closing", .string(unit.of(statement.closing).description)),
        ("reconciles", .bool(statement.reconciles)), ("answers", answers.in(unit).json),
        ("ageing", ageing.in(unit).json),
      ])
  }

  /// All lines as one table, from the opening to the closing balance.
  private var flat: Table {
    let lines = lines
    return Table(lines.columns, rows: lines.rows + [closing]).in(unit).saying(unit)
  }

  /// Prints the statement, or writes it to the file that is named.
  func show(by options: ListOptions) throws {
    try options.show(
      text: paper.text(within: Screen.width, isDrawn: false), flat: flat, json: json, paper: paper)
  }
}
