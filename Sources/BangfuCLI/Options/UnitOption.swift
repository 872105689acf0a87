import ArgumentParser
import Bangfu
import Domain

/// What amounts are shown in.
enum MoneyUnit: ExpressibleByArgument {
  case yuan, tenThousands

  init?(argument: String) {
    switch argument.typed {
    case "元", "yuan": self = .yuan
    case "万元", "万", "wan": self = .tenThousands
    default: return nil
    }
  }

  static let allValueStrings = ["元", "万元"]
  var defaultValueDescription: String { "元" }

  /// The unit in words.
  var name: String {
    switch self {
    case .yuan: say("元", "yuan")
    case .tenThousands: say("万元", "10,000 yuan")
    }
  }

  /// The unit behind a number on an axis.
  var onAxis: String { self == .yuan ? name : say("万元", "× 10,000 yuan") }

  /// What is said of the amounts of columns in the unit, and of those that stay in yuan; nil of yuan, which go without saying.
  func note(of columns: [Column]) -> String? {
    guard self == .tenThousands else { return nil }
    let inYuan = columns.filter { $0.kind == .yuan }.map(\.title)
    let note = say("单位：\(name)", "In \(name)")
    if inYuan.isEmpty { return note }
    return note
      + say("；\(inYuan.joined(separator: "、"))为元", "; in yuan: \(inYuan.joined(separator: ", "))")
  }

  /// The unit for programs; nil of yuan.
  var code: String? { self == .yuan ? nil : "10000_yuan" }

  /// An amount of yuan in the unit, rounded half away from zero to two decimals.
  func of(_ amount: Money) -> Money {
    guard self == .tenThousands else { return amount }
    let half: Int64 = amount.minor < 0 ? -5_000 : 5_000
    return Money(minor: (amount.minor + half) / 10_000)
  }
}

/// The option for rows whose amounts may be shown in another unit than yuan.
struct UnitOption: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      say(
        "金额单位：元，或万元（最后才四舍五入，尾差单列）",
        "Amounts in 元 or 万元 (wan): rounded last, what that leaves stands apart."))
  )
  var unit = MoneyUnit.yuan
}

extension Column {
  /// A cell of yuan in a unit; one without an amount as it is.
  func cell(_ cell: Cell, in unit: MoneyUnit) -> Cell {
    switch (kind, cell) {
    case (.money, .text(let text)), (.level, .text(let text)):
      amount(in: text).map { Cell(unit.of($0)) } ?? cell
    case (_, .tenders(let tenders)):
      .tenders(tenders.map { Tender(method: $0.method, amount: unit.of($0.amount)) })
    case (.facts, .text(let text)):
      Cell(Kind.facts(in: text) { $0.key + " " + $0.cell(Cell($1), in: unit).plain })
    default: cell
    }
  }

  /// The amount that a text is in the column; nil of a count, which some have in its place.
  func amount(in text: String) -> Money? {
    (kind == .money || kind == .level) && text.contains(".") ? Money(text) : nil
  }
}

extension Table {
  /// The table with its money in a unit.
  func `in`(_ unit: MoneyUnit) -> Table {
    guard unit != .yuan else { return self }
    return Table(columns, rows: rows.map { zip(columns, $0).map { $0.cell($1, in: unit) } })
  }

  /// The table for programs, with the unit of its money in a last row; of yuan, as it is.
  func saying(_ unit: MoneyUnit) -> Table {
    guard let code = unit.code else { return self }
    let cells = [Cell("unit"), Cell(code)] + columns.dropFirst(2).map { _ in Cell.empty }
    return Table(columns, rows: rows + [cells])
  }

  /// By how much a total differs from what the rows add up to, as a row with a name; nil where it does not.
  func remainder(to total: [Cell], named name: String = say("尾差", "Rounding")) -> [Cell]? {
    var isNeeded = false
    let cells = zip(columns.indices, total).map { index, cell in
      guard columns[index].isSummed, let sum = Money(cell.plain) else { return Cell.empty }
      let left = rows.reduce(sum) { $0 - (Money($1[index].plain) ?? .zero) }
      if left != .zero { isNeeded = true }
      return Cell(left)
    }
    return isNeeded ? [Cell(name)] + cells.dropFirst() : nil
  }
}
