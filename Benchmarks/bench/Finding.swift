/// A line of the table: what was measured, against what, and the bar.
struct Finding: CustomStringConvertible {
  /// What a ratio must be.
  enum Bar {
    case atMost(Double)
    case atLeast(Double)
    case none
  }

  let what: String
  let ours: String
  let theirs: String
  /// The ratio; nil where there is nothing to compare with.
  let ratio: Double?
  let bar: Bar
  /// The unit of the ratio, where it is no ratio, such as ` MB`.
  var unit = ""

  var description: String {
    guard let ratio else { return Self.line(what, ours, theirs, "", "", "") }
    let (bar, holds) =
      switch bar {
      case .atMost(let most): ("<= \(short(most))\(unit)", ratio <= most)
      case .atLeast(let least): (">= \(short(least))\(unit)", ratio >= least)
      case .none: ("", true)
      }
    let verdict = bar.isEmpty ? "" : holds ? "ok" : "MISSED"
    return Self.line(what, ours, theirs, "\(decimal(ratio, 2))\(unit)", bar, verdict)
  }

  /// A line of the table, columns aligned.
  static func line(
    _ what: String, _ ours: String, _ theirs: String, _ ratio: String, _ bar: String,
    _ verdict: String
  ) -> String {
    let columns = [(what, 46), (ours, 13), (theirs, 42), (ratio, 11), (bar, 11), (verdict, 0)]
    let line = columns.map { text, width in
      text + String(repeating: " ", count: max(1, width - text.count))
    }.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func short(_ number: Double) -> String {
    number == number.rounded()
      ? String(Int(number)) : decimal(number, number * 10 == (number * 10).rounded() ? 1 : 2)
  }
}

/// A number with so many digits after the point.
func decimal(_ number: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1) { power, _ in power * 10 }
  let scaled = Int((number * Double(scale)).rounded())
  guard digits > 0 else { return String(scaled) }
  let rest = String(abs(scaled) % scale)
  let zeros = String(repeating: "0", count: digits - rest.count)
  return "\(scaled < 0 ? "-" : "")\(abs(scaled) / scale).\(zeros)\(rest)"
}

/// Seconds for people.
func time(_ seconds: Double) -> String {
  seconds < 1 ? "\(decimal(seconds * 1000, 1)) ms" : "\(decimal(seconds, 2)) s"
}

/// The middle one; of an even number the higher of the two.
func median(_ numbers: [Double]) -> Double {
  numbers.isEmpty ? .nan : numbers.sorted()[numbers.count / 2]
}
