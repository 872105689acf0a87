import Bangfu
import Domain

/// A drawing of amounts, as SVG; the table beside it has the same amounts in words.
enum Chart {
  /// A bar a row.
  case bars([(label: String, amount: Money)])
  /// A column a label, of parts on one another.
  case stacked(labels: [String], series: [(name: String, amounts: [Money])], in: MoneyUnit)
  /// Steps that lead from one sum to another, each with the amount that its table has.
  case steps([(label: String, from: Money, to: Money, amount: Money)])
  /// How much of a whole is reached.
  case progress(done: Money, of: Money)

  /// Whether there is nothing to draw.
  var isEmpty: Bool {
    switch self {
    case .bars(let rows): rows.isEmpty
    case .steps(let steps): steps.isEmpty
    case .stacked(let labels, let series, _): labels.isEmpty || series.isEmpty
    case .progress: false
    }
  }

  /// Parts on one another, each drawn as itself but the smallest, which are one where they are too many to differ.
  static func stacked(
    labels: [String], all series: [(name: String, amounts: [Money])], in unit: MoneyUnit
  ) -> Chart {
    let most = 6
    guard series.count > most else { return .stacked(labels: labels, series: series, in: unit) }
    func size(_ amounts: [Money]) -> Int64 { amounts.reduce(0) { $0 + abs($1.minor) } }
    let largest = Set(
      series.indices.sorted { (size(series[$0].amounts), $1) > (size(series[$1].amounts), $0) }
        .prefix(most - 1))
    let rest = series.indices.filter { !largest.contains($0) }.map { series[$0].amounts }
    let sums = labels.indices.map { at in rest.reduce(Money.zero) { $0 + $1[at] } }
    let kept = series.indices.filter(largest.contains).map { series[$0] }
    return .stacked(
      labels: labels,
      series: kept + [(say("其他 \(rest.count) 个", "\(rest.count) others"), sums)], in: unit)
  }
}

extension String {
  /// The beginning of a text, of so many columns of a terminal, and an ellipsis where it is cut.
  func shortened(to most: Int) -> String {
    guard columns > most else { return self }
    var text = self
    while text.columns > most - 1 { text.removeLast() }
    return text + "…"
  }
}
