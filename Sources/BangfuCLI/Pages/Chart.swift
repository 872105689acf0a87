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

  /// The drawing, named for those who do not see it.
  func svg(titled title: String) -> String {
    let body = body
    return """
      <svg viewBox="0 0 720 \(body.height)" role="img" aria-label="\(title.escaped)">\(body.text)</svg>
      """
  }

  private var body: (text: String, height: Int) {
    switch self {
    case .bars(let rows): Chart.drawn(rows.map { ($0.label, Money.zero, $0.amount, $0.amount) })
    case .steps(let steps): Chart.drawn(steps)
    case .stacked(let labels, let series, let unit): Chart.drawn(labels, series, in: unit)
    case .progress(let done, let whole): Chart.drawn(done, of: whole)
    }
  }

  /// Bars from one amount to another, below each other.
  private static func drawn(_ rows: [(label: String, from: Money, to: Money, amount: Money)]) -> (
    String, Int
  ) {
    let amounts: [Double] = rows.map(\.from.value) + rows.map(\.to.value) + [0]
    let (low, high) = (amounts.min() ?? 0, max(amounts.max() ?? 0, (amounts.min() ?? 0) + 0.01))
    func place(_ value: Double) -> Double { 190 + (value - low) / (high - low) * 400 }
    var text = ""
    for (number, row) in rows.enumerated() {
      let y = number * 26
      let (left, right) = (
        place(min(row.from.value, row.to.value)), place(max(row.from.value, row.to.value))
      )
      text += """
        <text x="182" y="\(y + 17)" text-anchor="end">\(row.label.shortened(to: 24).escaped)</text>\
        <rect class="s\(row.to < row.from ? 1 : 0)" x="\(left.short)" y="\(y + 4)" \
        width="\((row.from == row.to ? 0 : max(1, right - left)).short)" height="18"/>\
        <text x="716" y="\(y + 17)" text-anchor="end">\(row.amount.grouped)</text>
        """
    }
    let zero = place(0).short
    text += """
      <line class="axis" x1="\(zero)" x2="\(zero)" y1="0" y2="\(rows.count * 26)"/>
      """
    return (text, max(1, rows.count) * 26)
  }

  /// Columns beside each other, each of the parts of its label.
  private static func drawn(
    _ labels: [String], _ series: [(name: String, amounts: [Money])], in unit: MoneyUnit
  ) -> (String, Int) {
    let columns = labels.indices.map { at in series.map { $0.amounts[at].value } }
    let high = max(columns.map { $0.filter { $0 > 0 }.reduce(0, +) }.max() ?? 0, 0.01)
    let low = min(columns.map { $0.filter { $0 < 0 }.reduce(0, +) }.min() ?? 0, 0)
    func place(_ value: Double) -> Double { 20 + (high - value) / (high - low) * 200 }
    let wide = min(80, 640.0 / Double(max(1, labels.count)))
    var text = ""
    for (at, label) in labels.enumerated() {
      let x = 60 + Double(at) * wide
      var (above, below) = (0.0, 0.0)
      for (number, value) in columns[at].enumerated() where value != 0 {
        let start = value > 0 ? above : below
        if value > 0 { above += value } else { below += value }
        let (top, bottom) = (place(max(start, start + value)), place(min(start, start + value)))
        let shape = """
          x="\((x + wide * 0.15).short)" y="\(top.short)" width="\((wide * 0.7).short)" \
          height="\(max(0.5, bottom - top).short)"
          """
        text +=
          "<rect class=\"s\(number % 6)\" \(shape)/><rect fill=\"url(#h\(number % 6))\" \(shape)/>"
      }
      text += """
        <text x="\((x + wide / 2).short)" y="240" text-anchor="middle">\(label.escaped)</text>
        """
    }
    let zero = place(0).short
    let farthest = high > 0.01 ? high : low
    let (mark, shown) =
      unit == .yuan && farthest.magnitude >= 10_000
      ? (farthest / 10_000, MoneyUnit.tenThousands) : (farthest, unit)
    text += """
      <line class="axis" x1="60" x2="700" y1="\(zero)" y2="\(zero)"/>\
      <text x="2" y="12">\(Money(minor: Int64(mark * 100)).grouped) \(shown.onAxis)</text>
      """
    for (number, one) in series.enumerated() {
      let (x, y) = (60 + number % 3 * 215, 256 + number / 3 * 22)
      let shape = "x=\"\(x)\" y=\"\(y)\" width=\"14\" height=\"14\""
      text += """
        <rect class="s\(number % 6)" \(shape)/><rect fill="url(#h\(number % 6))" \(shape)/>\
        <text x="\(x + 20)" y="\(y + 12)">\(one.name.shortened(to: 22).escaped)</text>
        """
    }
    return (text, 260 + (series.count + 2) / 3 * 22)
  }

  private static func drawn(_ done: Money, of whole: Money) -> (String, Int) {
    let part = whole > .zero ? done.value / whole.value : 0
    let most = max(1, part)  // more than was promised: the whole is then a mark inside the bar
    let (filled, mark) = (max(0, part) / most * 700, 700 / most)
    return (
      """
      <rect class="rest" x="10" y="6" width="700" height="26"/>\
      <rect class="s0" x="10" y="6" width="\(filled.short)" height="26"/>\
      <line class="axis" stroke-width="3" x1="\((10 + mark).short)" x2="\((10 + mark).short)" y1="0" y2="38"/>\
      <text x="10" y="54">\(done.grouped) / \(whole.grouped)</text>
      """, 60
    )
  }

  /// Lines over the colours, so that parts differ on paper without colours, too; once a page.
  static let hatches =
    "<svg class=\"same\" aria-hidden=\"true\"><defs>"
    + [
      "", "M0 8L8 0", "M0 0L8 8", "M4 0V8", "M0 4H8", "M0 4H8M4 0V8",
    ].enumerated().map { number, path in
      """
      <pattern id="h\(number)" width="8" height="8" patternUnits="userSpaceOnUse">\
      <path d="\(path)" stroke="var(--paper)" stroke-width="1.5" fill="none"/></pattern>
      """
    }.joined() + "</defs></svg>"
}

extension Money {
  /// The amount as a place on a drawing.
  fileprivate var value: Double { Double(minor) / 100 }
}

extension Double {
  /// A number with one decimal, as drawings have it.
  fileprivate var short: String {
    let tenths = (self * 10).rounded()
    return "\(Int(tenths) / 10).\(abs(Int(tenths)) % 10)"
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
