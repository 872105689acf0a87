internal import Domain

/// The lines of a folder of evidence, added up: what they count as, by what they are counted by.
struct LineTally {
  /// What lines that are alike add up to.
  private struct Sum {
    var lines = 0
    var amount: Int64 = 0
    var quantity: Int64 = 0
  }

  /// The columns that lines are alike in; they stand side by side.
  static let columns = [
    "rule_set", "certificate", "province", "way", "fact", "day", "side", "channel", "sku",
    "supplier", "verdict", "rule",
  ]

  private var kinds = ByteNumbers()
  private var sums: [Sum] = []
  private(set) var count = 0

  /// Adds a line: the cells of `columns`, and its amount and quantity; returns whether it is the first of its kind.
  mutating func add(_ kind: Span<UInt8>, amount: Int64, quantity: Int64) -> Bool {
    let number = kinds.number(of: kind)
    let isFirst = number == sums.count
    if isFirst { sums.append(Sum()) }
    sums[number].lines += 1
    sums[number].amount += amount
    sums[number].quantity += quantity
    count += 1
    return isFirst
  }

  /// What lines add up to, of one code of a breakdown.
  struct Part {
    var lines = 0
    var quantity: Int64 = 0
    var gross: Int64 = 0
    var refunds: Int64 = 0
    var net: [String: Int64] = [:]

    /// Whether a report shows it.
    var isActive: Bool { gross != 0 || refunds != 0 || quantity != 0 }

    var sums: FigureContent.Sums {
      func net(_ verdict: String) -> Money { Money(minor: self.net[verdict] ?? 0) }
      return FigureContent.Sums(
        gross: Money(minor: gross), refunds: Money(minor: refunds), duplicates: net("duplicate"),
        excluded: net("excluded"), pending: net("pending"), counted: net("counted"))
    }
  }

  /// All breakdowns.
  struct Parts {
    var all = Part()
    var channels: [String: Part] = [:]
    var products: [String: Part] = [:]
    var suppliers: [String: Part] = [:]
    var days: [String: Part] = [:]
    var rules: [String: Part] = [:]
  }

  /// Adds up by channel, product, supplier (or what is missing), day, and verdict and rule.
  func parts() -> Parts {
    var parts = Parts()
    for (number, sum) in sums.enumerated() {
      let cells = Self.cells(of: kinds[number])
      let (day, side, channel, sku, supplier) = (cells[5], cells[6], cells[7], cells[8], cells[9])
      let missing = supplier.isEmpty ? (sku.isEmpty ? "listing" : "supplier") : ""
      func add(to part: inout Part) {
        part.lines += sum.lines
        part.quantity += sum.quantity
        if side == "sale" { part.gross += sum.amount } else { part.refunds -= sum.amount }
        part.net[cells[10], default: 0] += sum.amount
      }
      add(to: &parts.all)
      add(to: &parts.channels[channel, default: Part()])
      add(to: &parts.products[sku, default: Part()])
      add(to: &parts.suppliers[supplier + " " + missing, default: Part()])
      add(to: &parts.days[day, default: Part()])
      add(to: &parts.rules[cells[10] + " " + cells[11], default: Part()])
    }
    return parts
  }

  /// The cells of a kind.
  static func cells(of kind: ArraySlice<UInt8>) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in kind {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted {
        cells.append(EvidenceRows.text(0, of: cell.span, [cell.count]))
        cell.removeAll(keepingCapacity: true)
      } else {
        cell.append(byte)
      }
    }
    return cells + [EvidenceRows.text(0, of: cell.span, [cell.count])]
  }
}
