/// A search for the sales that two sources may report, in memory: pairs that share a key are compared field by field,
/// weighed by what is usual among these sales, and kept where it is likely enough that they are one.
struct DuplicateSearch {
  /// Two sales that may be one, by their places among the sales; the first has the lower number.
  struct Pair: Equatable {
    let one: Int, other: Int
    let levels: DuplicateLevels
  }

  /// What was found.
  struct Outcome {
    /// The pairs, with the number of their group, from 1 on, by the lowest number of a sale.
    var pairs: [(pair: Pair, group: Int)] = []
    /// How many groups hang together.
    var groups = 0
  }

  /// The sales, with what can be said of each beside the others.
  let sales: [ComparedSale]
  private let days: ClosedRange<Int64>
  private let decided: [Int64: [Int64]]

  /// What is expected of pairs that are one, and of others, by field and level: order number, day, goods, buyer, parcel.
  private static let expected: [[FellegiSunter.Share]] = [
    [(0.04, 0.999), (0.1, 0.0005), (0.86, 0.0005)],
    [(0.02, 0.7), (0.08, 0.15), (0.1, 0.1), (0.8, 0.05)],
    [(0.01, 0.8), (0.02, 0.1), (0.07, 0.07), (0.1, 0.01), (0.3, 0.0195), (0.5, 0.0005)],
    [(0.05, 0.9), (0.95, 0.1)],
    [(0.02, 0.9995), (0.98, 0.0005)],
  ].map { $0.map { FellegiSunter.Share(same: $0.0, other: $0.1) } }

  /// How many pairs that is worth: little, but of parcels, for goods of one sale hardly ever go in two.
  private static let strengths = [5, 5, 5, 5, 1e6]

  /// How likely it must be that two are one for a person to be asked.
  ///
  /// One in five is worth it: sales that are
  /// one a few days apart, under numbers of their own, look no likelier, for what they say is weighed field by field.
  private static let likely = 0.2

  /// How many sales are compared with each other, whatever they share, to know what is usual.
  private static let sampled = 1500

  /// - Parameters:
  ///   - sales: The sales of the days, and of the week before and after them.
  ///   - days: One sale of each pair is of these, as days since 1970-01-01.
  ///   - decided: By a sale's number the decisions that stand of it: what one decided is not asked again.
  init(_ sales: [ComparedSale], on days: ClosedRange<Int64>, decided: [Int64: [Int64]]) {
    self.days = days
    self.decided = decided
    var sales = sales
    Self.addWorth(to: &sales)
    Self.markCommon(in: &sales)
    self.sales = sales
  }

  /// Finds the pairs, and says how to weigh them.
  func run() -> (found: Outcome, weigher: FellegiSunter) {
    let pairs = pairs()
    var counts = [Int](repeating: 0, count: DuplicateLevels.count)
    for pair in pairs { counts[pair.levels.code] += 1 }
    let weigher = FellegiSunter(
      expected: Self.expected, strengths: Self.strengths, patterns: Self.patterns(counts),
      others: others(),
      of: pairsOfSources())
    let weights = (0..<DuplicateLevels.count).map { code -> Double? in
      let fields = DuplicateLevels(code: code).fields
      return counts[code] > 0 && weigher.probability(fields) >= Self.likely
        ? weigher.weights(fields).reduce(0, +) : nil
    }
    let likely = matchOnce(pairs.filter { weights[$0.levels.code] != nil }) {
      weights[$0.levels.code] ?? 0
    }
    return (group(likely), weigher)
  }

  private static func patterns(_ counts: [Int]) -> [FellegiSunter.Pattern] {
    counts.enumerated().filter { $0.element > 0 }
      .map { (DuplicateLevels(code: $0.offset).fields, $0.element) }
  }

  // MARK: - What is said of a sale beside the others

  /// What a source's order comes to, of a product.
  private struct Order: Hashable {
    let source: Int64, key: Int64, document: Int64, product: Int64

    init(of sale: ComparedSale) {
      source = sale.source
      key = sale.orderKey
      document = sale.orderKey == 0 ? sale.document : 0
      product = sale.product
    }
  }

  private static func addWorth(to sales: inout [ComparedSale]) {
    var worth: [Order: Int64] = [:]
    worth.reserveCapacity(sales.count)
    for sale in sales { worth[Order(of: sale), default: 0] += sale.amount }
    for index in sales.indices { sales[index].worth = worth[Order(of: sales[index])] ?? 0 }
  }

  /// Rare: no more than one of a hundred sales, or two in all, are of its quantity; common: more than 20 are like it.
  private static func markCommon(in sales: inout [ComparedSale]) {
    var quantities: [Int64: Int] = [:]
    for sale in sales { quantities[sale.quantity, default: 0] += 1 }
    let few = max(2, sales.count / 100)
    struct Kind: Hashable { let source: Int64, product: Int64, quantity: Int64, day: Int64 }
    func kind(_ sale: ComparedSale) -> Kind {
      Kind(source: sale.source, product: sale.product, quantity: sale.quantity, day: sale.day)
    }
    var alike: [Kind: Int] = [:]
    for sale in sales { alike[kind(sale), default: 0] += 1 }
    for index in sales.indices {
      sales[index].isRare = quantities[sales[index].quantity, default: 0] <= few
      sales[index].isCommon = alike[kind(sales[index]), default: 0] > 20
    }
  }

  // MARK: - Pairs

  /// The pairs that share a key, each once.
  func pairs() -> [Pair] {
    var pairs: [Pair] = []
    for key in DuplicateKey.allCases { addPairs(by: key, to: &pairs) }
    return pairs
  }

  /// Adds the pairs that share a key and none of those before it.
  private func addPairs(by key: DuplicateKey, to pairs: inout [Pair]) {
    let before = DuplicateKey.allCases.prefix { $0 != key }
    var places = sales.indices.filter { key.isKnown(of: sales[$0]) }
    places.sort {
      let (one, other) = (sales[$0], sales[$1])
      let (these, those) = (key.values(of: one), key.values(of: other))
      return these == those ? one.day < other.day : these < those
    }
    for first in places.indices {
      let one = sales[places[first]]
      for next in places[(first + 1)...] {
        let other = sales[next]
        guard key.values(of: one) == key.values(of: other), other.day - one.day <= key.days else {
          break
        }
        guard one.source != other.source, days.contains(one.day) || days.contains(other.day),
          !before.contains(where: { $0.isShared(one, other) }), !isDecided(one, other)
        else { continue }
        let levels = DuplicateLevels(one, other)
        pairs.append(
          one.unit < other.unit
            ? Pair(one: places[first], other: next, levels: levels)
            : Pair(one: next, other: places[first], levels: levels))
      }
    }
  }

  private func isDecided(_ one: ComparedSale, _ other: ComparedSale) -> Bool {
    guard let these = decided[one.unit], let those = decided[other.unit] else { return false }
    return these.contains(where: those.contains)
  }

  /// How many pairs that share no key, and are hardly ever one, compare in each way, by field and level.
  ///
  /// Of some sales, the same each time; but that goods are the same is so rare among them that it is counted among all.
  private func others() -> [[Double]] {
    func draw(_ sale: ComparedSale) -> UInt64 {
      var mixed = UInt64(bitPattern: sale.unit) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      return (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    }
    let share = UInt64.max / UInt64(max(1, sales.count))
    let cut = sales.count <= 2 * Self.sampled ? UInt64.max : share * UInt64(2 * Self.sampled)
    let drawn = sales.map { (draw: draw($0), sale: $0) }.filter { $0.draw <= cut }
      .sorted { $0.draw < $1.draw }.prefix(Self.sampled).map(\.sale)
    var ways = [Double](repeating: 0, count: DuplicateLevels.count)
    for first in drawn.indices {
      for next in drawn[(first + 1)...] where next.source != drawn[first].source {
        if DuplicateKey.allCases.contains(where: { $0.isShared(drawn[first], next) }) { continue }
        ways[DuplicateLevels(drawn[first], next).code] += 1
      }
    }
    var counts = Self.expected.map { [Double](repeating: 0, count: $0.count) }
    for (code, pairs) in ways.enumerated() where pairs > 0 {
      for (field, level) in DuplicateLevels(code: code).fields.enumerated() where level >= 0 {
        counts[field][level] += pairs
      }
    }
    let (usual, rare) = shareOfSameGoods()
    let goods = 2
    counts[goods][4] = usual * ways.reduce(0, +)
    counts[goods][5] = rare * ways.reduce(0, +)
    return counts
  }

  /// Of pairs of different sources that lie too far apart to be one, the share whose product, amount and quantity are the
  /// same: a usual quantity, and a rare one.
  private func shareOfSameGoods() -> (usual: Double, rare: Double) {
    struct Goods: Hashable { let product: Int64, quantity: Int64, amount: Int64 }
    var alike: [Goods: [Int]] = [:]
    for (place, sale) in sales.enumerated() where sale.product != 0 {
      let goods = Goods(product: sale.product, quantity: sale.quantity, amount: sale.amount)
      alike[goods, default: []].append(place)
    }
    let all = pairsFarApart(Array(sales.indices))
    var (usual, rare) = (0.0, 0.0)
    for places in alike.values where places.count > 1 {
      let pairs = pairsFarApart(places)
      if sales[places[0]].isRare { rare += pairs } else { usual += pairs }
    }
    return all == 0 ? (0, 0) : (usual / all, rare / all)
  }

  /// How many pairs of different sources of some sales lie further apart than any that share their goods as a key.
  private func pairsFarApart(_ places: [Int]) -> Double {
    let ordered = places.sorted { sales[$0].day < sales[$1].day }
    var (pairs, far, next) = (0, 0, 0)
    var ofSource: [Int64: Int] = [:]
    for place in ordered {
      while sales[place].day - sales[ordered[next]].day > DuplicateKey.quantity.days {
        ofSource[sales[ordered[next]].source, default: 0] += 1
        (far, next) = (far + 1, next + 1)
      }
      pairs += far - ofSource[sales[place].source, default: 0]
    }
    return Double(pairs)
  }

  /// How many pairs of different sources there are.
  private func pairsOfSources() -> Int {
    var many: [Int64: Int] = [:]
    for sale in sales { many[sale.source, default: 0] += 1 }
    return (sales.count * sales.count - many.values.reduce(0) { $0 + $1 * $1 }) / 2
  }

  // MARK: - Groups

  /// A sale, and one of the other sources.
  private struct Side: Hashable {
    let sale: Int, source: Int64
  }

  /// Leaves each sale the one of each other source that it compares best with.
  ///
  /// Of equal sales here and there each is one of the other source's, and no more than one; but of a sale that another
  /// source reports in parts, all of them.
  private func matchOnce(_ pairs: [Pair], weight: (Pair) -> Double) -> [Pair] {
    func sides(_ pair: Pair) -> (Side, Side) {
      (
        Side(sale: pair.one, source: sales[pair.other].source),
        Side(sale: pair.other, source: sales[pair.one].source)
      )
    }
    var left = pairs
    while true {
      // By side the pair that weighs most; of equal ones that of the lowest number of the other sale.
      var best: [Side: Int] = [:]
      for (place, pair) in left.enumerated() where !pair.levels.isOfParts {
        let (these, those) = sides(pair)
        for (side, isFirst) in [(these, true), (those, false)] {
          guard let known = best[side] else {
            best[side] = place
            continue
          }
          let (a, b) = (weight(pair), weight(left[known]))
          let number = sales[isFirst ? pair.other : pair.one].unit
          let against = sales[isFirst ? left[known].other : left[known].one]
          if a > b || a == b && number < against.unit { best[side] = place }
        }
      }
      let mutual = best.filter { _, place in
        let (these, those) = sides(left[place])
        return best[these] == place && best[those] == place
      }
      let kept = left.enumerated().filter { place, pair in
        let (these, those) = sides(pair)
        return pair.levels.isOfParts
          || mutual[these, default: place] == place && mutual[those, default: place] == place
      }.map(\.element)
      if kept.count == left.count { return left }
      left = kept
    }
  }

  /// Makes groups of the pairs that hang together.
  private func group(_ pairs: [Pair]) -> Outcome {
    var parent: [Int: Int] = [:]
    func root(_ place: Int) -> Int {
      var top = place
      while let above = parent[top], above != top { top = above }
      var place = place
      while let above = parent[place], above != top, place != top {
        parent[place] = top
        place = above
      }
      return top
    }
    for pair in pairs {
      let (one, other) = (root(pair.one), root(pair.other))
      // The lowest number is the top.
      let (low, high) = sales[one].unit < sales[other].unit ? (one, other) : (other, one)
      parent[high] = low
      parent[low] = low
    }
    let tops = Set(pairs.map { root($0.one) }).sorted { sales[$0].unit < sales[$1].unit }
    let numbers = Dictionary(uniqueKeysWithValues: tops.enumerated().map { ($1, $0 + 1) })
    return Outcome(
      pairs: pairs.map { ($0, numbers[root($0.one)] ?? 0) }, groups: tops.count)
  }
}
