internal import Domain
internal import Tabular

/// Rows of settlement files.
extension FileReader {
  func settlement(_ row: borrowing Row, _ rules: SettlementRules) throws(RowProblem) -> Content {
    var line = Settlement(ledger: rules.ledger)
    line.settledAt = try cells.settledAt(row)
    line.number = try cells.number(of: layout.profile.number, settledAt: line.settledAt, row)
    line.orderNumber = try orderNumber(row, rules)
    let entry = try cells.text(.entry, row)
    let known = rules.kind(of: entry)
    line.entry =
      rules.entries["*"] == nil
      ? known?.word ?? Self.unknown(entry, rules) : Self.unknown(entry, rules)
    let host = cells.cell(.host, row)
    if !CellText.isEmpty(host), host != "0" { line.host = String(host.prefix(40)) }
    let (amount, neutral) = try money(row, rules)
    line.neutral = neutral
    var rest = amount
    if neutral == .zero {
      for (kind, terms) in rules.parts {
        let part = try cells.sum(terms, due: .zero, freight: .zero, refunded: nil, row)
        line[kind] += part
        rest = rest - part
      }
    }
    if rest != .zero { line[known?.kind ?? .unknown] += rest }
    if !rules.neutral.isEmpty {
      line.neutral += try cells.sum(
        rules.neutral, due: .zero, freight: .zero, refunded: nil, row)
    }
    return .settlement(line, refund: rules.reportsRefunds ? refund(line) : nil)
  }

  /// Of a word that nobody knows as much as is kept: what a payment service writes behind a dash may be a person.
  private static func unknown(_ entry: String, _ rules: SettlementRules) -> String {
    guard rules.ledger == .payment else { return String(entry.prefix(40)) }
    return String(entry.prefix { !"-(（".contains($0) }.prefix(40))
  }

  /// The number of the order, without what stands before it in some files; empty where there is none.
  private func orderNumber(
    _ row: borrowing Row, _ rules: SettlementRules
  ) throws(RowProblem) -> String {
    guard !CellText.isEmpty(cells.cell(.order, row)) else { return "" }
    let number = try cells.id(.order, row)
    guard let prefix = rules.orderPrefixes.first(where: number.hasPrefix) else { return number }
    return String(number.dropFirst(prefix.count))
  }

  /// What the row adds to the account, and what it says that is neither income nor expense.
  private func money(
    _ row: borrowing Row, _ rules: SettlementRules
  ) throws(RowProblem) -> (amount: Money, neutral: Money) {
    let amount: Money
    if !rules.amount.isEmpty {
      amount = try cells.sum(rules.amount, due: .zero, freight: .zero, refunded: nil, row)
    } else if layout.has(.income) || layout.has(.expense) {
      let income = try cells.money(.income, row)
      let expense = try cells.money(.expense, row)
      guard income != nil || expense != nil else {
        throw RowProblem("cell_missing", column: cells.title(.income), value: "")
      }
      amount = (income ?? .zero) - (expense ?? .zero).magnitude
    } else {
      amount = try cells.due(.settledAmount, row)
    }
    guard layout.has(.direction) else { return (amount, .zero) }
    let word = try cells.text(.direction, row)
    return switch rules.directions[Profile.word(word)] {
    case .in: (amount.magnitude, .zero)
    case .out: (-amount.magnitude, .zero)
    case .neutral: (.zero, amount.magnitude)
    case nil:
      throw RowProblem("direction_unknown", column: cells.title(.direction), value: word)
    }
  }

  /// The refund that a line settles, as a case of its own.
  private func refund(_ line: Settlement) -> AfterSale? {
    guard line[.refund] < .zero, !line.orderNumber.isEmpty else { return nil }
    var back = AfterSale(number: line.number, orderNumber: line.orderNumber)
    back.lineNumber = line.orderNumber
    back.cash = -line[.refund]
    back.backAt = line.settledAt
    back.newestAt = line.settledAt
    back.state = .back
    back.status = line.entry
    return back
  }

  /// What a row is that is no settlement line; nil for one that should be.
  mutating func foreignInSettlements(
    _ row: borrowing Row, _ rules: SettlementRules
  ) -> Content? {
    if let labels = awaited {
      awaited = nil
      let found = labels.enumerated().compactMap { index, label -> ControlTotal? in
        guard let control = rules.controls[label], index < row.count else { return nil }
        return ControlTotal(label, control, under: row.trimmed(index))
      }
      if !found.isEmpty { return .controls(found) }
    }
    let time = cells.own(layout.has(.settledDay) ? .settledDay : .settled, row)
    if let first = time.utf8.first, (48...57).contains(first) { return nil }
    if layout.has(.paid), !CellText.isEmpty(cells.own(.order, row)) { return nil }
    let texts = (0..<row.count).map { row.trimmed($0) }
    let filled = texts.filter { !CellText.isEmpty($0) }
    guard let first = filled.first else { return .remark }
    if let found = ControlTotal(reading: texts.joined(separator: ","), rules) {
      return .controls([found])
    }
    if filled.filter({ rules.controls[$0] != nil }).count > 1 {
      awaited = texts
      return .remark
    }
    if first.hasPrefix("#") || first.hasPrefix("--") { return .remark }
    let amount = CellText.money(cells.cell(.settledAmount, row))
    if let isPart = Cells.total(first) { return .total(amount, isPart: isPart) }
    let amounts: [Profile.Field] = [.settledAmount, .income, .expense]
    let hasAmount = amounts.contains { CellText.money(cells.own($0, row)) != nil }
    return CellText.isEmpty(time) && !hasAmount ? .remark : nil
  }
}

extension Cells {
  /// When the money moved, where a file may have the day in a column of its own.
  func settledAt(_ row: borrowing Row) throws(RowProblem) -> String {
    let day = cell(.settledDay, row)
    if !CellText.isEmpty(day) {
      let clock = cell(.settled, row)
      if CellText.isClock(clock) {
        do {
          return try time(day + " " + clock)
        } catch {
          throw RowProblem(error.code, column: title(.settledDay), value: day)
        }
      }
    }
    // What is not settled yet may be of the day on which it was paid.
    guard let time = try time(firstOf: [.settled, .paid], row) else {
      throw RowProblem("cell_missing", column: title(.settled), value: "")
    }
    return time
  }

  /// The number of a settlement line: of each part the first field that is filled, else nothing.
  func number(
    of key: Profile.Key, settledAt: String, _ row: borrowing Row
  ) throws(RowProblem) -> String {
    var number = ""
    for (index, fields) in key.parts.enumerated() {
      var part = ""
      for field in fields where part.isEmpty {
        if field == .settled {
          part = settledAt
        } else if field.isNumber {
          part = CellText.isEmpty(cell(field, row)) ? "" : try id(field, row)
        } else {
          part = try text(field, row)
        }
      }
      if index == 0, part.isEmpty {
        throw RowProblem("cell_missing", column: title(fields[0]), value: "")
      }
      number += index == 0 ? part : key.separator + part
    }
    return number
  }
}
