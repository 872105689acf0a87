/// What one line of a file comes to, in fen.
struct SoldLine {
  /// The sku, empty where no catalogue knows it.
  let sku: String
  let goods: Int
  /// The goods value that went back.
  let back: Int
  /// The pieces that stayed sold; zero where the row does not tell.
  let quantity: Int
  let isPending: Bool
  /// True for other counties' products.
  let isForeign: Bool
  /// The day of payment, and the day on which the goods value is known to have gone back.
  let day: String, backDay: String
}

extension Expectation {
  /// Adds a row by its lines; without a line it was never paid.
  mutating func add(_ lines: [SoldLine]) {
    rows += 1
    unpaid += lines.isEmpty ? 1 : 0
    pendingRows += lines.contains(where: \.isPending) ? 1 : 0
    for line in lines { add(line) }
  }

  private mutating func add(_ line: SoldLine) {
    let sums = Sums(gross: line.goods, refunds: line.back, quantity: line.quantity)
    gross += line.goods
    refunds += line.back
    bySKU[line.sku, default: Sums()] += sums
    byDay[line.day, default: Sums()].gross += line.goods
    if line.back > 0 { byDay[line.backDay, default: Sums()].refunds += line.back }
    if line.isPending {
      pending += line.goods - line.back
    } else if line.isForeign {
      excluded += line.goods - line.back
    }
  }
}
