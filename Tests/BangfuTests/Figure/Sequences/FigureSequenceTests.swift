import Fixtures
import Foundation
import Testing

/// What people do of the figure, in any order: it always goes on, adds up, and agrees with a small model.
@Suite struct FigureSequenceTests {
  private static let environment = ProcessInfo.processInfo.environment
  /// How long every sequence is: `ACTS`, 2 without it.
  private static let length = environment["ACTS"].flatMap(Int.init) ?? 2
  /// Without these not all that takes long is done after each of the longest sequences.
  private static let isThorough = (environment["ACTS"] ?? environment["SEQUENCES"]) != nil
  /// How many sequences at random: `SEQUENCES`, a few without it; the first seed: `SEED`.
  private static let seeds: Range<UInt64> = {
    let first = environment["SEED"].flatMap(UInt64.init) ?? 1
    return first..<first + (environment["SEQUENCES"].flatMap(UInt64.init) ?? 4)
  }()

  private typealias Act = FigureModel.Act

  @Test(arguments: FigureModel.Act.allCases)
  func `every sequence of acts goes on, adds up, and changes nothing that was said`(
    first: FigureModel.Act
  ) throws {
    var count = 0
    try walk(from: FigureShop(), [first], after: [], &count)
  }

  /// Does each act after a sequence; what is refused changes nothing, so that what follows it was walked without it.
  ///
  /// The last is done where the sequence was walked itself, the others on copies.
  private func walk(
    from shop: FigureShop, _ acts: [FigureModel.Act], after walked: [FigureModel.Act],
    _ count: inout Int
  ) throws {
    var spare: FigureShop?
    for act in acts {
      let sequence = walked + [act]
      let isLast = act == acts.last && !walked.isEmpty
      let next = try spare ?? (isLast ? shop : FigureShop(copying: shop))
      let isLong = sequence.count == Self.length && !Self.isThorough
      let isDone = try Self.step(next, act, sequence, checking: !isLong || count % 6 == 0)
      spare = isDone ? nil : next
      guard isDone else { continue }
      count += 1
      if sequence.count < Self.length {
        try walk(from: next, FigureModel.Act.allCases, after: sequence, &count)
      } else if count % (Self.isThorough ? 4 : 32) == 0 {
        try Self.naming(sequence) { try next.finish() }
      }
    }
  }

  @Test(arguments: seeds)
  func `acts in any order end in figures that say what is known`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let shop = try FigureShop()
    var sequence: [FigureModel.Act] = []
    for _ in 0..<random.among(6...12) {
      let act = Act.allCases[random.below(Act.allCases.count)]
      sequence.append(act)
      _ = try Self.step(shop, act, sequence)
    }
    try Self.naming(sequence) { try shop.finish() }
  }

  /// Does an act; answers whether it was done, and nothing was wrong with it.
  private static func step(
    _ shop: FigureShop, _ act: FigureModel.Act, _ sequence: [FigureModel.Act],
    checking: Bool = true
  ) throws -> Bool {
    try naming(sequence) {
      let before = try shop.standing()
      guard try shop.perform(act) != nil else {
        try shop.verify(checking: checking)
        return true
      }
      if try shop.standing() != before { throw ActFault("refused, and changed something") }
      return false
    }
  }

  private static func naming<Result>(
    _ sequence: [FigureModel.Act], _ body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch { throw ActFault("\(sequence): \(error)") }
  }
}
