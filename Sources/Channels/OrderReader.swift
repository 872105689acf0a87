public import Domain
public import Tabular

/// Reads the rows of an order export into claims, by its layout.
public struct OrderReader: Sendable {
  /// Where the file's columns are.
  public let layout: Layout
  /// The catalogue price of one piece of a listing, in fen, where it is mapped.
  let prices: [String: Money]

  /// Makes a reader; `prices` weigh the shares of orders that only tell a total.
  public init(layout: Layout, prices: [String: Money]) {
    self.layout = layout
    self.prices = prices
  }

  /// What a row below the header is.
  public enum Content: Equatable, Sendable {
    /// An order, of one line or several.
    case claims([Claim])
    /// A row of totals, with what it says of the amount due, where it can be read.
    case total(Money?)
    /// A row that explains the header, or is blank.
    case remark
  }

  /// Reads one row.
  ///
  /// - Throws: `RowProblem` with the column, the value and the reason.
  public func read(_ row: borrowing Row) throws(RowProblem) -> Content {
    guard row.count == layout.header.count else {
      if let other = foreign(row) { return other }
      throw RowProblem(
        "row_field_count", column: "", value: "\(row.count)/\(layout.header.count)")
    }
    if let other = foreign(row) { return other }
    let order = try id(.order, row)
    var claim = Claim(orderNumber: order, lineNumber: "")
    claim.itemName = try text(.name, row)
    claim.itemSpec = try text(.spec, row)
    guard let payable = try money(.payable, row) else {
      throw RowProblem("cell_missing", column: title(.payable), value: cell(.payable, row))
    }
    claim.payable = payable
    claim.freight = try money(.freight, row) ?? .zero
    for term in layout.profile.goods {
      let amount = term.field == .payable ? payable : try money(term.field, row) ?? .zero
      claim.goods += term.isAdded ? amount : -amount
    }
    guard claim.goods >= .zero, claim.freight >= .zero else {
      throw RowProblem("goods_negative", column: title(.payable), value: cell(.payable, row))
    }
    for field in layout.profile.sold where claim.paidAt == nil {
      claim.paidAt = try time(field, row)
    }
    var newest = claim.paidAt ?? "2010-01-01 00:00:00"
    for field in [Profile.Field.submitted, .shipped, .completed] {
      if let time = try time(field, row), time > newest { newest = time }
    }
    claim.newestAt = newest
    claim.orderStatus = try text(.orderStatus, row)
    let pieces = try quantity(row)
    if layout.profile.joinsLines {
      return .claims(try lines(of: claim, pieces: pieces, row))
    }
    // Where the file has no numbers of lines, an order is one line.
    claim.lineNumber = layout.has(.line) ? try id(.line, row) : order
    claim.quantity = pieces
    claim.listing = listing(
      code: try code(row), product: try text(.productID, row),
      spec: claim.itemSpec, name: claim.itemName)
    settle(&claim, afterSale: try text(.afterSaleStatus, row))
    return .claims([claim])
  }

  /// Splits a whole order into its lines; amounts by catalogue price where there are several.
  private func lines(
    of order: Claim, pieces: Quantity, _ row: borrowing Row
  ) throws(RowProblem) -> [Claim] {
    let numbers = split(cell(.line, row))
    let count = numbers.count
    let names = parts(split(order.itemName), count)
    let codes = parts(split(try text(.merchantCode, row)), count)
    let products = parts(split(try text(.productID, row)), count)
    let afterSales = parts(split(cell(.afterSaleStatus, row)), count)
    let each: Quantity? =
      count == 1 ? pieces : pieces.minor == Int64(count) * 1000 ? Quantity(whole: 1) : nil
    var claims: [Claim] = []
    for index in 0..<count {
      var claim = order
      do {
        claim.lineNumber = try CellText.id(trimmedCell(numbers[index]))
      } catch {
        throw RowProblem(error.code, column: title(.line), value: numbers[index])
      }
      claim.itemName = names?[index] ?? order.itemName
      claim.quantity = each
      claim.isExact = count == 1
      claim.listing = listing(
        code: codes?[index] ?? "", product: products?[index] ?? "", spec: "", name: claim.itemName)
      settle(&claim, afterSale: afterSales?[index] ?? cell(.afterSaleStatus, row))
      claims.append(claim)
    }
    guard Set(claims.map(\.lineNumber)).count == count else {
      throw RowProblem("line_twice", column: title(.line), value: cell(.line, row))
    }
    if count > 1 { share(order.goods, freight: order.freight, among: &claims) }
    return claims
  }

  /// Shares an order's goods value among its lines by catalogue price; freight stays with the first.
  private func share(_ goods: Money, freight: Money, among claims: inout [Claim]) {
    let known = claims.map { prices[$0.listing]?.minor }
    let weights = known.contains(nil) ? claims.map { _ in 1 } : known.map { $0 ?? 0 }
    for (index, part) in goods.split(by: weights).enumerated() {
      claims[index].estimatedFrom = goods
      claims[index].goods = part
      if index > 0 { claims[index].payable = .zero }
      claims[index].freight = index == 0 ? freight : .zero
    }
  }

  /// The shop's own code of what was sold, else that of the product whatever its spec.
  private func code(_ row: borrowing Row) throws(RowProblem) -> String {
    let code = try text(.merchantCode, row)
    return code.isEmpty ? try text(.productCode, row) : code
  }

  /// Decides from both status words what went back, and how far the order is.
  private func settle(_ claim: inout Claim, afterSale text: String) {
    let profile = layout.profile
    let order = Profile.word(claim.orderStatus)
    claim.afterSaleStatus = CellText.isEmpty(text) ? "" : text.replacing("，", with: ",")
    var meaning = profile.afterSale[Profile.word(claim.afterSaleStatus)]
    if let told = profile.orderRefunds[order], told.rank >= meaning?.rank ?? 0 { meaning = told }
    switch meaning {
    case .nothing, .asked, .refused, .exchanged: claim.refund = .none
    case .whole: claim.refund = .full
    case .wholeWhenClosed: claim.refund = profile.closed.contains(order) ? .full : .amountUnknown
    case .some: claim.refund = .amountUnknown
    case nil: claim.refund = .statusUnknown
    }
    claim.rank = (meaning?.rank ?? 4) * 10 + (profile.orderRanks[order] ?? 0)
  }

  private func listing(code: String, product: String, spec: String, name: String) -> String {
    if !code.isEmpty { return code }
    let own = product.isEmpty ? name : product
    return spec.isEmpty ? own : own + "/" + spec
  }

  private func split(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: { ";；".contains($0) })
      .map { trimmedCell(String($0)) }
  }

  private func parts(_ parts: [String], _ count: Int) -> [String]? {
    parts.count == count ? parts.map { CellText.isEmpty($0) ? "" : $0 } : nil
  }
}
