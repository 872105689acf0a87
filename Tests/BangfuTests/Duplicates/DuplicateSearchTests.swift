import Fixtures
import Testing

@testable import Bangfu

/// The search for duplicates in memory, held against what it says of itself.
@Suite struct DuplicateSearchTests {
  /// Sales of two or three sources, of few products, days, quantities and orders, so that many are alike.
  private func sales(_ count: Int, _ random: inout SplitMix64) -> [ComparedSale] {
    (0..<count).map { place in
      ComparedSale(
        unit: Int64(place * 7 % 307) - 3, document: Int64(place),
        source: Int64(random.among(1...3)),
        order: Int64(random.among(0...9)), orderKey: Int64(random.among(0...4)),
        day: Int64(random.among(1...30)), product: Int64(random.among(0...2)),
        quantity: Int64(random.among(1...3)) * 1000, amount: Int64(random.among(1...3)) * 100,
        buyer: Int64(random.among(0...2)), courier: Int64(random.among(0...20)))
    }
  }

  @Test(arguments: 1...20) func `each pair that shares a key is compared once, and no other`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let count = random.among(2...200)
    let decided: [Int64: [Int64]] = [0: [5, 6], 1: [6], 2: [7]]
    let search = DuplicateSearch(sales(count, &random), on: 8...20, decided: decided)
    var expected: Set<[Int64]> = []
    for (place, one) in search.sales.enumerated() {
      for other in search.sales[(place + 1)...] where one.source != other.source {
        guard (8...20).contains(one.day) || (8...20).contains(other.day) else { continue }
        guard DuplicateKey.allCases.contains(where: { $0.isShared(one, other) }) else { continue }
        let both = [one.unit, other.unit].sorted()
        if both != [0, 1] { expected.insert(both) }
      }
    }
    let pairs = search.pairs().map { [search.sales[$0.one].unit, search.sales[$0.other].unit] }
    #expect(Set(pairs) == expected && pairs.count == expected.count, "seed \(seed)")
    #expect(pairs.allSatisfy { $0[0] < $0[1] })
  }

  @Test(arguments: 1...20) func `a sale is matched once with each source, and groups hang together`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let search = DuplicateSearch(sales(300, &random), on: 1...30, decided: [:])
    let found = search.run().found
    var matched: Set<[Int64]> = []
    var groups: [Int: Int] = [:]
    for (pair, group) in found.pairs {
      for place in [pair.one, pair.other] {
        #expect(groups.updateValue(group, forKey: place) ?? group == group, "seed \(seed)")
      }
      if pair.levels.isOfParts { continue }
      let (one, other) = (search.sales[pair.one], search.sales[pair.other])
      #expect(matched.insert([one.unit, other.source]).inserted, "seed \(seed)")
      #expect(matched.insert([other.unit, one.source]).inserted, "seed \(seed)")
    }
    #expect(Set(groups.values) == Set(1..<(found.groups + 1)))
  }

  @Test func `what is said of two sales has a number of its own`() {
    let ways = (0..<DuplicateLevels.count).map { DuplicateLevels(code: $0).fields }
    #expect(Set(ways).count == DuplicateLevels.count)
    var one = ComparedSale(
      unit: 1, source: 1, order: 5, orderKey: 5, day: 10, product: 1, quantity: 2000, amount: 300,
      worth: 300, buyer: 4)
    var other = one
    #expect(DuplicateLevels(one, other).fields == [2, 3, 4, 1, -1])
    one.isRare = true
    one.courier = 8
    other.courier = 8
    other.order = 6
    other.day = 11
    other.buyer = 5
    #expect(DuplicateLevels(one, other).fields == [1, 2, 5, 0, 1])
    other.orderKey = 6
    other.day = 7
    other.quantity = 1000
    other.amount = 150
    other.buyer = 0
    other.courier = 9
    #expect(DuplicateLevels(one, other).fields == [0, 1, 3, -1, 0])
    #expect(DuplicateLevels(one, other).isOfParts)
    other.worth = 150
    other.order = 0
    other.day = 6
    #expect(DuplicateLevels(one, other).fields == [-1, 0, 1, -1, 0])
    other.product = 2
    #expect(DuplicateLevels(one, other).fields[2] == 0)
    other.product = 0
    other.amount = 300
    #expect(DuplicateLevels(one, other).fields[2] == 2)
  }
}
