import Domain
import FoundationEssentials

/// What bars are made of on a terminal.
struct ChartMarks: Sendable {
  /// The parts of a bar, one after another, and what leads downwards.
  let parts: [Character], down: Character
  /// Half a cell at a bar's beginning and at its end; nil where a cell is whole.
  let halves: (begin: Character, end: Character)?
  /// Nothing, and what is not reached.
  let axis: Character, rest: Character

  /// Characters that every terminal has.
  static let ascii = ChartMarks(
    parts: ["#", "=", "+", "o", "%", "."], down: "-", halves: nil, axis: "|", rest: ".")
  /// Blocks of Unicode, a column wide each.
  static let blocks = ChartMarks(
    parts: ["█", "▒", "▚", "░", "▓", "▖"], down: "▒", halves: ("▐", "▌"), axis: "│", rest: "░")

  /// What the locale has: blocks where it is one of UTF-8.
  static let ofLocale = ofLocale(ProcessInfo.processInfo.environment)

  /// What a locale has, by the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty.
  static func ofLocale(_ environment: [String: String]) -> ChartMarks {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let name = (locale ?? "").lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8") ? blocks : ascii
  }
}

extension Chart {
  /// The drawing in characters, in lines of at most so many columns; the amounts stand beside the bars.
  func text(within width: Int, of marks: ChartMarks = .ofLocale) -> String {
    switch self {
    case .bars(let rows):
      Self.text(
        rows.map { TextBar($0.label, [(Money.zero, $0.amount, marks.parts[0])], $0.amount) },
        within: width, of: marks)
    case .steps(let steps):
      Self.text(
        steps.map { step in
          TextBar(
            step.label, [(step.from, step.to, step.to < step.from ? marks.down : marks.parts[0])],
            step.amount)
        }, within: width, of: marks)
    case .stacked(let labels, let series, _):
      Self.text(
        labels.enumerated().map { at, label in Self.stack(label, series, at, marks) },
        within: width, of: marks) + Self.legend(series.map(\.name), within: width, of: marks)
    case .progress(let done, let whole): Self.text(done, of: whole, within: width, of: marks)
    }
  }

  /// A label, its parts on one another, those below zero apart, and what they add up to.
  private static func stack(
    _ label: String, _ series: [(name: String, amounts: [Money])], _ at: Int, _ marks: ChartMarks
  ) -> TextBar {
    var (above, below) = (Money.zero, Money.zero)
    var spans: [TextBar.Span] = []
    for (number, one) in series.enumerated() {
      let amount = one.amounts[at]
      let start = amount < .zero ? below : above
      if amount < .zero { below += amount } else { above += amount }
      spans.append((start, start + amount, marks.parts[number % marks.parts.count]))
    }
    return TextBar(label, spans, series.reduce(.zero) { $0 + $1.amounts[at] })
  }

  private static func text(_ bars: [TextBar], within width: Int, of marks: ChartMarks) -> String {
    let amounts = bars.map(\.amount.grouped)
    let numbers = amounts.reduce(0) { max($0, $1.columns) }
    let labels = bars.map { $0.label.shortened(to: max(8, min(24, width / 3))) }
    let names = labels.reduce(0) { max($0, $1.columns) }
    let scale = TextScale(bars, cells: max(4, width - names - numbers - 4))
    return zip(bars, zip(labels, amounts)).map { bar, words in
      let (label, amount) = words
      let spaces = String(repeating: " ", count: names - label.columns)
      let gap = String(repeating: " ", count: numbers - amount.columns)
      return "\(label)\(spaces)  \(scale.cells(of: bar, marks))  \(gap)\(amount)\n"
    }.joined()
  }

  /// Which mark is which part.
  private static func legend(_ names: [String], within width: Int, of marks: ChartMarks) -> String {
    guard names.count > 1 else { return "" }
    var (text, used) = ("", 0)
    for (number, name) in names.enumerated() {
      let entry = "\(marks.parts[number % marks.parts.count]) \(name.shortened(to: 24))"
      if used > 0 {
        let fits = used + 2 + entry.columns <= width
        text += fits ? "  " : "\n"
        used = fits ? used + 2 : 0
      }
      text += entry
      used += entry.columns
    }
    return text + "\n"
  }

  /// How much of a whole is reached; where it is more, the whole is a mark in the bar.
  private static func text(
    _ done: Money, of whole: Money, within width: Int, of marks: ChartMarks
  ) -> String {
    let cells = max(4, width)
    let most = max(done, whole)
    func place(_ amount: Money) -> Int {
      guard most > .zero, amount > .zero else { return 0 }
      return Int(Double(amount.minor) / Double(most.minor) * Double(cells))
    }
    var bar = Array(repeating: marks.rest, count: cells)
    let filled = place(done)
    bar.replaceSubrange(0..<filled, with: repeatElement(marks.parts[0], count: filled))
    if done > whole, whole > .zero { bar[min(cells - 1, place(whole))] = marks.axis }
    return String(bar) + "\n\(done.grouped) / \(whole.grouped)\n"
  }
}

/// A line of a drawing: its label, its bars, and the amount beside them.
private struct TextBar {
  typealias Span = (from: Money, to: Money, mark: Character)
  let label: String, spans: [Span], amount: Money

  init(_ label: String, _ spans: [Span], _ amount: Money) {
    self.label = label
    self.spans = spans
    self.amount = amount
  }
}

/// Where amounts stand in a line.
private struct TextScale {
  private let low: Double, high: Double, cells: Int

  init(_ bars: [TextBar], cells: Int) {
    let ends = bars.flatMap(\.spans).flatMap { [$0.from.minor, $0.to.minor] }
    low = Double(min(0, ends.min() ?? 0))
    high = max(Double(ends.max() ?? 0), low + 1, 0)
    self.cells = cells
  }

  /// The half cells from the left to an amount.
  private func halves(to amount: Money) -> Int {
    Int(((Double(amount.minor) - low) / (high - low) * Double(2 * cells)).rounded())
  }

  /// The bars of a line: halves of cells where a bar is alone in it, and half a cell for an amount however small.
  func cells(of bar: TextBar, _ marks: ChartMarks) -> String {
    let zero = halves(to: .zero) / 2
    var line = Array(repeating: Character(" "), count: cells)
    if low < 0, zero < cells { line[zero] = marks.axis }
    for span in bar.spans where span.from != span.to {
      var (begin, end) = (
        halves(to: min(span.from, span.to)), halves(to: max(span.from, span.to))
      )
      let isFine = bar.spans.count == 1 && marks.halves != nil && span.mark != marks.down
      if !isFine { (begin, end) = (begin / 2 * 2, end / 2 * 2) }
      if begin == end, bar.spans.count == 1 {
        end = begin + (isFine ? 1 : 2)
        if end > 2 * cells { (begin, end) = (begin - (end - 2 * cells), 2 * cells) }
      }
      for cell in (begin / 2)..<((end + 1) / 2) {
        line[cell] =
          begin > 2 * cell
          ? marks.halves?.begin ?? span.mark
          : end < 2 * cell + 2 ? marks.halves?.end ?? span.mark : span.mark
      }
    }
    return String(line)
  }
}
