import Fixtures

/// Orders as JSON lines, like those of the pgbench scripts: three lines, one product of each third; or a line of each.
struct OrderLines {
  private var random: SplitMix64
  private let skus: [String]
  private let areWhole: Bool

  /// The 25 products of the seed's catalogue.
  static let catalogue = (FixtureProduct.pengshui + [.foreign]).map(\.sku)

  init(seed: UInt64, of skus: [String] = catalogue, areWhole: Bool = false) {
    random = SplitMix64(seed: seed)
    self.skus = skus
    self.areWhole = areWhole
  }

  /// So many orders, a line each.
  mutating func text(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += next() + "\n" }
    return text
  }

  /// An order.
  mutating func next() -> String {
    let lines = areWhole ? skus.map { "\($0):\(random.among(1...9))" } : threeLines()
    let quoted = lines.map { "\"\($0)\"" }.joined(separator: ",")
    return "{\"id\":\"\(identifier())\",\"channel\":\"counter\",\"line\":[\(quoted)],"
      + "\"tender\":[\"cash:90000.00\"],\"operator\":\"li\"}"
  }

  private mutating func threeLines() -> [String] {
    let third = skus.count / 3
    return [
      "\(skus[random.among(0...third - 1)]):\(random.among(1...9))",
      "\(skus[random.among(third...2 * third - 1)]):\(random.among(1...9))",
      "\(skus[random.among(2 * third...skus.count - 1)]):1",
    ]
  }

  /// A random UUID.
  private mutating func identifier() -> String {
    let digits = hexadecimal(random.next()) + hexadecimal(random.next())
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.append(index == 12 ? "4" : index == 16 ? "8" : digit)
    }
    return text
  }

  private func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
