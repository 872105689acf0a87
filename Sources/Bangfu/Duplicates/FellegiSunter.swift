internal import Glibc

/// Weighs how alike two records are that may be one, after Fellegi and Sunter (1969): each field's agreement is evidence,
/// in bits, by how much more often it is seen among pairs that are one than among others.
///
/// The shares are estimated from the data by expectation and maximization, from how many pairs compare in each way;
/// expectations that stand for a few pairs keep them sound where there are few.
struct FellegiSunter {
  /// Of a field and a level: the share of pairs that are one (`same`), and of others, that compare so.
  struct Share: Equatable {
    /// The shares, each from 0 to 1.
    var same: Double, other: Double
  }

  /// How so many pairs compare: a level a field, -1 where one does not say.
  typealias Pattern = (levels: [Int], pairs: Int)

  /// By field and level.
  private(set) var shares: [[Share]]
  /// The share of all pairs that are one, those included that share no key.
  private(set) var share: Double

  /// Estimates the shares.
  ///
  /// - Parameters:
  ///   - expected: What is expected of each field and level.
  ///   - strengths: How many pairs that is worth, of each field.
  ///   - patterns: How the pairs compare that share a key.
  ///   - others: How many pairs that are hardly ever one compare in each way, by field and level.
  ///   - all: How many pairs there are, those included that share no key.
  ///   - rounds: How often the shares are estimated anew.
  init(
    expected: [[Share]], strengths: [Double], patterns: [Pattern], others: [[Double]], of all: Int,
    rounds: Int = 50
  ) {
    shares = expected
    let candidates = patterns.reduce(0) { $0 + $1.pairs }
    let all = Double(max(all, candidates, 1))
    share = min(0.5, (Double(candidates) / 2 + 0.5) / all)
    for field in shares.indices {
      let counts = expected[field].indices.map {
        expected[field][$0].other * strengths[field] + others[field][$0]
      }
      let total = counts.reduce(0, +)
      for level in counts.indices { shares[field][level].other = counts[level] / total }
    }
    for _ in 0..<rounds {
      var same = zip(expected, strengths).map { shares, strength in
        shares.map { $0.same * strength }
      }
      var matches = 0.0
      for pattern in patterns {
        let weight = probability(pattern.levels) * Double(pattern.pairs)
        matches += weight
        for (field, level) in pattern.levels.enumerated() where level >= 0 {
          same[field][level] += weight
        }
      }
      for field in same.indices {
        let total = same[field].reduce(0, +)
        for level in same[field].indices { shares[field][level].same = same[field][level] / total }
      }
      share = min(0.5, (matches + 0.5) / all)
    }
  }

  /// The bits of evidence of each field; 0 where one does not say.
  func weights(_ levels: [Int]) -> [Double] {
    levels.enumerated().map { field, level in
      level < 0 ? 0 : log2(shares[field][level].same / shares[field][level].other)
    }
  }

  /// How likely it is that pairs which compare so are one, from 0 to 1.
  func probability(_ levels: [Int]) -> Double {
    let odds = share / (1 - share) * exp2(weights(levels).reduce(0, +))
    return odds.isFinite ? odds / (1 + odds) : 1
  }
}
