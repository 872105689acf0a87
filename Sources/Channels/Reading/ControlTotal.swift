public import Domain

/// A total that a settlement file says of its own rows: above them, or behind.
public struct ControlTotal: Equatable, Sendable {
  /// What the file calls it.
  public let label: String
  let control: SettlementRules.Control
  /// How many rows it says, and how many yuan, without a sign.
  let count: Int?, amount: Money?

  /// Reads `#收入合计：2笔，共36.80元`, `支出：1笔 28.16元` or `共43笔记录`; nil for what the profile does not name.
  init?(reading line: String, _ rules: SettlementRules) {
    let text = line.drop { "#＃ ".contains($0) }
    for (label, control) in rules.controls where text.hasPrefix(label) {
      let rest = text.dropFirst(label.count)
      guard let next = rest.first, "：: ".contains(next) || next.isNumber else { continue }
      (self.label, self.control) = (label, control)
      count = Self.number(before: "笔", in: rest).flatMap { Int($0) }
      amount = Self.number(before: "元", in: rest).flatMap { CellText.money($0)?.magnitude }
      guard count != nil || amount != nil else { return nil }
      return
    }
    return nil
  }

  /// Reads a total that stands under its label.
  init?(_ label: String, _ control: SettlementRules.Control, under text: String) {
    (self.label, self.control) = (label, control)
    switch control {
    case .rows: (count, amount) = (Int(text), nil)
    case .direction, .kinds: (count, amount) = (nil, CellText.money(text)?.magnitude)
    }
    if count == nil, amount == nil { return nil }
  }

  private static func number(before unit: Character, in text: Substring) -> String? {
    guard let end = text.firstIndex(of: unit) else { return nil }
    let digits = text[..<end].reversed().prefix { $0.isNumber || ".,-".contains($0) }
    return digits.isEmpty ? nil : String(String(digits.reversed()).drop { $0 == "," })
  }
}

/// What the rows of a settlement file add up to.
public struct SettlementSums: Sendable {
  /// Rows, and yuan without a sign, of a part of them.
  struct Sum: Equatable, Sendable {
    var count = 0
    var amount = Money.zero

    mutating func add(_ more: Money) {
      count += 1
      amount += more
    }
  }

  /// How many lines there are.
  public private(set) var lines = 0
  /// What they add to the account, in yuan.
  public private(set) var amount = Money.zero
  /// Of it, fees and whatever else was withheld of sales, below zero.
  public private(set) var fees = Money.zero
  /// How many lines are of a kind that the profile does not know, by what the file calls them.
  public private(set) var unknown: [String: Int] = [:]
  private var income = Sum(), expense = Sum(), neutral = Sum()
  private var kinds = [Sum](repeating: Sum(), count: Settlement.Kind.allCases.count)
  private static let fees: [Settlement.Kind] = [
    .serviceFee, .commission, .agentFee, .promotionFee, .insurance, .paymentFee, .otherFee,
    .compensation, .unknown,
  ]

  /// Makes sums of nothing.
  public init() {}

  /// Adds a line.
  public mutating func add(_ line: Settlement) {
    lines += 1
    let whole = line.amount
    amount += whole
    for kind in Self.fees { fees += line[kind] }
    if line[.unknown] != .zero { unknown[line.entry, default: 0] += 1 }
    if line.neutral != .zero {
      neutral.add(line.neutral)
    } else if whole >= .zero {
      income.add(whole)
    } else {
      expense.add(-whole)
    }
    for (index, part) in line.parts.enumerated() where part != .zero { kinds[index].add(part) }
  }

  /// What a total says and what the lines add up to, as texts; nil where they agree.
  public func difference(from total: ControlTotal) -> (stated: String, computed: String)? {
    let sum =
      switch total.control {
      case .rows: Sum(count: lines, amount: amount)
      case .direction(.in): income
      case .direction(.out): expense
      case .direction(.neutral): neutral
      case .kinds(let kinds):
        Sum(count: lines, amount: kinds.reduce(.zero) { $0 + self.sum(of: $1).amount })
      }
    var stated: [String] = []
    var computed: [String] = []
    var count = sum.count
    if case .kinds(let kinds) = total.control, kinds.count == 1 {
      count = self.sum(of: kinds[0]).count
    }
    if let said = total.count {
      stated.append(String(said))
      computed.append(String(count))
    }
    if let said = total.amount {
      stated.append(said.description)
      computed.append(sum.amount.magnitude.description)
    }
    return stated == computed
      ? nil : (stated.joined(separator: " / "), computed.joined(separator: " / "))
  }

  private func sum(of kind: Settlement.Kind) -> Sum {
    kinds[Settlement.Kind.allCases.firstIndex(of: kind) ?? 0]
  }
}
