/// What became of an order of a platform, whatever words the platform has for it.
struct PlatformFate {
  /// How far the order is.
  enum Stage { case unpaid, paid, shipped, done, closed }
  /// What went back of it.
  enum Refund { case nothing, asked, refused, part, whole }

  let stage: Stage
  let refund: Refund

  /// Draws one: of a thousand orders 30 unpaid, 45 taken back whole, 20 in part.
  static func drawn(from random: inout SplitMix64) -> PlatformFate {
    switch random.below(1000) {
    case 0..<30: PlatformFate(stage: .unpaid, refund: .nothing)
    case 30..<60: PlatformFate(stage: .closed, refund: .whole)
    case 60..<75: PlatformFate(stage: .done, refund: .whole)
    case 75..<95: PlatformFate(stage: .done, refund: .part)
    case 95..<105: PlatformFate(stage: .shipped, refund: .asked)
    case 105..<125: PlatformFate(stage: .done, refund: .refused)
    case 125..<250: PlatformFate(stage: .shipped, refund: .nothing)
    case 250..<300: PlatformFate(stage: .paid, refund: .nothing)
    default: PlatformFate(stage: .done, refund: .nothing)
    }
  }
}
