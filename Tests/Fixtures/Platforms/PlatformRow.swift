/// What one row of a platform's export tells: a line, and its order.
struct PlatformRow: FixtureRow {
  let order: PlatformOrder
  /// The place of the line in its order, from 0.
  let place: Int
  let month: FixtureMonth

  var item: FixtureItem { order.items[place] }
  var noise: UInt64 { order.noise }
  var fate: PlatformFate { order.fate }
  var isPaid: Bool { order.paid != nil }

  /// What went back of this line: in part it is the first line's, and so is what is asked for.
  var refund: PlatformFate.Refund {
    fate.refund == .whole || place == 0 ? fate.refund : .nothing
  }

  /// What went back of an amount, in fen.
  func back(of amount: Int) -> Int {
    switch refund {
    case .nothing, .asked, .refused: 0
    case .part: amount * Int(5 + (noise >> 41) % 86) / 100
    case .whole: amount
    }
  }

  /// True for a line whose order's cells stand on the order's first line alone.
  var leansOnFirst: Bool { place > 0 && often(2, shift: 43) }

  /// A value of the order, where this line tells it.
  func told<Value>(_ value: Value?) -> Value? { leansOnFirst ? nil : value }
}
