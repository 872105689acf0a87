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

  /// What is said of amounts in the unit; nil of yuan, which go without saying.
  var note: String? { self == .yuan ? nil : say("单位：\(name)", "In \(name)") }

  /// The unit for programs; nil of yuan.
  var code: String? { self == .yuan ? nil : "10000_yuan" }

  /// An amount of yuan in the unit, rounded half away from zero to two decimals.
  func of(_ amount: Money) -> Money {
    guard self == .tenThousands else { return amount }
    let half: Int64 = amount.minor < 0 ? -5_000 : 5_000
    return Money(minor: (amount.minor + half) / 10_000)
  }
}

/// The option for reports that may be shown in another unit than yuan.
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

extension Table {
  /// The table with its money in a unit.
  func `in`(_ unit: MoneyUnit) -> Table {
    guard unit != .yuan else { return self }
    return Table(
      columns,
      rows: rows.map { row in
        zip(columns, row).map { column, cell in
          guard column.kind == .money, let amount = Money(cell.plain) else { return cell }
          return Cell(unit.of(amount))
        }
      })
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
      guard columns[index].kind == .money, let sum = Money(cell.plain) else { return Cell.empty }
      let left = rows.reduce(sum) { $0 - (Money($1[index].plain) ?? .zero) }
      if left != .zero { isNeeded = true }
      return Cell(left)
    }
    return isNeeded ? [Cell(name)] + cells.dropFirst() : nil
  }
}
