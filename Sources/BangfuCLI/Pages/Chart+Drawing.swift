import Domain

/// How much room a drawing has: across a page, or on a telephone, for which it is drawn anew rather than made smaller.
private enum Room: String, CaseIterable {
  case broad, narrow

  /// The width in units of the drawing, of which a letter is 13 high.
  var width: Double { self == .broad ? 720 : 328 }
}

extension Chart {
  /// The drawing for each room, one of which a page shows, named for those who do not see it.
  func svg(titled title: String) -> String {
    Room.allCases.map { room in
      let (text, height) = drawn(in: room)
      return """
        <svg class="\(room.rawValue)" viewBox="0 0 \(Int(room.width)) \(height)" role="img" \
        aria-label="\(title.escaped)">\(text)</svg>
        """
    }.joined()
  }

  private func drawn(in room: Room) -> (text: String, height: Int) {
    switch self {
    case .bars(let rows):
      Chart.drawn(rows.map { ($0.label, Money.zero, $0.amount, $0.amount) }, in: room)
    case .steps(let steps): Chart.drawn(steps, in: room)
    case .stacked(let labels, let series, let unit):
      Chart.drawn(labels, series, in: unit, in: room)
    case .progress(let done, let whole): Chart.drawn(done, of: whole, in: room)
    }
  }

  /// Bars from one amount to another, below each other: between label and amount, or under both where it is narrow.
  private static func drawn(
    _ rows: [(label: String, from: Money, to: Money, amount: Money)], in room: Room
  ) -> (String, Int) {
    let amounts: [Double] = rows.map(\.from.value) + rows.map(\.to.value) + [0]
    let (low, high) = (amounts.min() ?? 0, max(amounts.max() ?? 0, (amounts.min() ?? 0) + 0.01))
    let isBroad = room == .broad
    let (begin, length) = isBroad ? (190.0, 400.0) : (4.0, room.width - 8)
    let (step, top, bottom) = isBroad ? (26, 4, 22) : (44, 23, 39)
    func place(_ value: Double) -> Double { begin + (value - low) / (high - low) * length }
    let zero = place(0).short
    var (text, axis) = ("", "")
    for (number, row) in rows.enumerated() {
      let y = number * step
      let (left, right) = (
        place(min(row.from.value, row.to.value)), place(max(row.from.value, row.to.value))
      )
      text += """
        <text \(isBroad ? "x=\"182\" text-anchor=\"end\"" : "x=\"4\"") y="\(y + 17)">\
        \(row.label.shortened(to: 24).escaped)</text>\
        <rect class="s\(row.to < row.from ? 1 : 0)" x="\(left.short)" y="\(y + top)" \
        width="\((row.from == row.to ? 0 : max(1, right - left)).short)" height="\(bottom - top)"/>\
        <text x="\((room.width - 4).short)" y="\(y + 17)" text-anchor="end">\(row.amount.grouped)</text>
        """
      axis += "M\(zero) \(y + top - 4)V\(y + bottom + 4)"
    }
    return (text + "<path class=\"axis\" d=\"\(axis)\"/>", max(1, rows.count) * step)
  }

  /// Columns beside each other, each of the parts of its label; where they are too narrow, not each has its label under it.
  private static func drawn(
    _ labels: [String], _ series: [(name: String, amounts: [Money])], in unit: MoneyUnit,
    in room: Room
  ) -> (String, Int) {
    let columns = labels.indices.map { at in series.map { $0.amounts[at].value } }
    let high = max(columns.map { $0.filter { $0 > 0 }.reduce(0, +) }.max() ?? 0, 0.01)
    let low = min(columns.map { $0.filter { $0 < 0 }.reduce(0, +) }.min() ?? 0, 0)
    func place(_ value: Double) -> Double { 20 + (high - value) / (high - low) * 200 }
    let (begin, end) = room == .broad ? (60.0, room.width - 20) : (4.0, room.width - 4)
    let wide = min(80, (end - begin) / Double(max(1, labels.count)))
    let labelled = labels.every(wide)
    var text = ""
    for (at, label) in labels.enumerated() {
      let x = begin + Double(at) * wide
      var (above, below) = (0.0, 0.0)
      for (number, value) in columns[at].enumerated() where value != 0 {
        let start = value > 0 ? above : below
        if value > 0 { above += value } else { below += value }
        let (top, bottom) = (place(max(start, start + value)), place(min(start, start + value)))
        text += part(
          number, x: x + wide * 0.15, y: top, width: wide * 0.7, height: max(0.5, bottom - top))
      }
      guard at % labelled == 0 else { continue }
      text += """
        <text x="\((x + wide / 2).short)" y="240" text-anchor="middle">\(label.escaped)</text>
        """
    }
    let zero = place(0).short
    text += """
      <path class="axis" d="M\(begin.short) \(zero)H\(end.short)"/>\
      <text x="2" y="12">\(mark(of: high > 0.01 ? high : low, in: unit))</text>
      """
    let across = Int(room.width) / 215
    for (number, one) in series.enumerated() {
      let (x, y) = (Int(begin) + number % across * 215, 256 + number / across * 22)
      text += part(number, x: Double(x), y: Double(y), width: 14, height: 14)
      text += "<text x=\"\(x + 20)\" y=\"\(y + 12)\">\(one.name.shortened(to: 22).escaped)</text>"
    }
    return (text, 260 + (series.count + across - 1) / across * 22)
  }

  /// A part of a column, or of the legend, with its hatch.
  private static func part(_ number: Int, x: Double, y: Double, width: Double, height: Double)
    -> String
  {
    let shape =
      "x=\"\(x.short)\" y=\"\(y.short)\" width=\"\(width.short)\" height=\"\(height.short)\""
    return """
      <rect class="s\(number % 6)" \(shape)/><rect fill="url(#h\(number % 6))" \(shape)/>
      """
  }

  /// The farthest amount of an axis, in 10,000 yuan where it is large.
  private static func mark(of farthest: Double, in unit: MoneyUnit) -> String {
    let (mark, shown) =
      unit == .yuan && farthest.magnitude >= 10_000
      ? (farthest / 10_000, MoneyUnit.tenThousands) : (farthest, unit)
    return "\(Money(minor: Int64(mark * 100)).grouped) \(shown.onAxis)"
  }

  private static func drawn(_ done: Money, of whole: Money, in room: Room) -> (String, Int) {
    let part = whole > .zero ? done.value / whole.value : 0
    let most = max(1, part)  // more than was promised: the whole is then a mark inside the bar
    let (begin, length) = room == .broad ? (10.0, room.width - 20) : (4.0, room.width - 8)
    let filled = max(0, part) / most * length
    let mark = (begin + length / most).short
    return (
      """
      <rect class="rest" x="\(begin.short)" y="6" width="\(length.short)" height="26"/>\
      <rect class="s0" x="\(begin.short)" y="6" width="\(filled.short)" height="26"/>\
      <path class="axis" stroke-width="3" d="M\(mark) 0V38"/>\
      <text x="\(begin.short)" y="54">\(done.grouped) / \(whole.grouped)</text>
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

extension [String] {
  /// How many columns so wide have one label in common, which has room then.
  fileprivate func every(_ wide: Double) -> Int {
    let longest = reduce(0) { Swift.max($0, $1.columns) }
    return Swift.max(1, Int(((Double(longest) * 7.5 + 4) / wide).rounded(.up)))
  }
}
