internal import Domain
internal import Tabular

/// Rows that are a whole order, its lines joined by semicolons.
extension FileReader {
  /// Splits a whole order into its lines; amounts by catalogue price where there are several.
  mutating func lines(
    of order: Claim, pieces: Quantity, _ row: borrowing Row
  ) throws(RowProblem) -> [Claim] {
    let numbers = split(cells.cell(.line, row))
    let count = numbers.count
    let names = parts(split(order.itemName), count)
    let codes = parts(split(try cells.text(.merchantCode, row)), count)
    let products = parts(split(try cells.text(.productID, row)), count)
    let afterSales = parts(split(cells.cell(.afterSaleStatus, row)), count)
    let each: Quantity? =
      count == 1 ? pieces : pieces.minor == Int64(count) * 1000 ? Quantity(whole: 1) : nil
    var claims: [Claim] = []
    for index in 0..<count {
      var claim = order
      do {
        claim.lineNumber = try CellText.id(trimmedCell(numbers[index]))
      } catch {
        throw RowProblem(error.code, column: cells.title(.line), value: numbers[index])
      }
      claim.itemName = names?[index] ?? order.itemName
      claim.quantity = each
      claim.isExact = count == 1
      claim.listing = listing(
        code: codes?[index] ?? "", product: products?[index] ?? "", spec: "", name: claim.itemName)
      if let afterSales, order.refund != .timeUnknown {
        if order.evidence != nil { claim.paidAt = nil }
        settle(&claim, afterSale: afterSales[index], refunded: nil)
        if let evidence = order.evidence, claim.refund != .full { claim.wait(from: evidence) }
      }
      claims.append(claim)
    }
    guard Set(claims.map(\.lineNumber)).count == count else {
      throw RowProblem("line_twice", column: cells.title(.line), value: cells.cell(.line, row))
    }
    if count > 1 { share(order, among: &claims) }
    return claims
  }

  /// Shares an order's value among its lines by catalogue price; freight stays with the first.
  private func share(_ order: Claim, among claims: inout [Claim]) {
    let known = claims.map { prices[$0.listing]?.minor }
    let weights = known.contains(nil) ? claims.map { _ in 1 } : known.map { $0 ?? 0 }
    let cash = order.cash?.split(by: weights)
    for (index, part) in order.goods.split(by: weights).enumerated() {
      claims[index].estimatedFrom = order.goods
      claims[index].goods = part
      claims[index].cash = cash?[index]
      if index > 0 { claims[index].payable = .zero }
      claims[index].freight = index == 0 ? order.freight : .zero
    }
  }

  private func split(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: { ";；".contains($0) })
      .map { trimmedCell(String($0)) }
  }

  private func parts(_ parts: [String], _ count: Int) -> [String]? {
    parts.count == count ? parts.map { CellText.isEmpty($0) ? "" : $0 } : nil
  }
}
