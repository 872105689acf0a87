internal import Domain
internal import Tabular

/// Rows of a sheet that people keep by hand: of a supermarket, or of a fair.
extension FileReader {
  /// Reads one row: a sale, a signed agreement, both, or a customer return where the amount is below zero.
  mutating func sheetRow(_ row: borrowing Row) throws(RowProblem) -> Content {
    let profile = layout.profile
    let time = try cells.time(firstOf: profile.sold, row) ?? day.map { $0 + " 00:00:00" }
    guard let time else {
      throw RowProblem("cell_missing", column: profile.sold.first.map(cells.title) ?? "", value: "")
    }
    let order = try orderNumber(on: String(time.prefix(10)), row)
    let line = try cells.key(profile.line, row)
    let due = try cells.money(.payable, row)
    if let due, due < .zero {
      guard !months.isEmpty else {
        return .afterSale(return_(-due, order, line, time), payable: due)
      }
      let amounts = (-due).split(by: months.map(\.days))
      var returns: [AfterSale] = []
      for (part, amount) in zip(months, amounts) where amount > .zero {
        let number = try orderNumber(on: "\(part.lastDay)", row)
        returns.append(return_(amount, number, line, "\(part.lastDay) 00:00:00"))
      }
      return .returns(returns, payable: due)
    }

    let signed = try cells.money(.signedAmount, row) ?? .zero
    var claim = Claim(orderNumber: order, lineNumber: line)
    try describe(&claim, row)
    claim.paidAt = time
    claim.newestAt = time
    claim.listing = listing(
      code: try code(row), product: "", spec: claim.itemSpec, name: claim.itemName)
    claim.quantity = try cells.quantity(row)
    guard due != nil || signed > .zero else {
      throw RowProblem("cell_missing", column: cells.title(.payable), value: "")
    }
    var claims: [Claim] = []
    if signed > .zero {
      let quantity = due ?? .zero > .zero ? Quantity.zero : claim.quantity
      claims.append(agreement(claim, worth: signed, quantity: quantity))
    }
    if let due, due > .zero || signed == .zero {
      try value(&claim, due: due, row)
      if let back = claim.refunded, back > due {
        throw RowProblem(
          "return_over_sale", column: cells.title(.refunded), value: cells.cell(.refunded, row))
      }
      let word = Profile.word(try cells.text(.saleKind, row))
      if profile.signed.contains(word) {
        claim = agreement(claim, worth: claim.goods, quantity: claim.quantity)
        claim.payable = due
      }
      claims.append(claim)
    }
    guard !months.isEmpty else { return .claims(claims) }
    var parts: [Claim] = []
    for claim in claims { parts += claim.isSigned ? [claim] : try split(claim, row) }
    return .claims(parts)
  }

  /// The number that stands for the order of a row: its day and shop, and the sheet where there are several.
  private func orderNumber(on day: String, _ row: borrowing Row) throws(RowProblem) -> String {
    let key = try cells.key(layout.profile.order, day: day, row)
    return sheet.isEmpty ? key : key + " " + sheet
  }

  /// Cuts what a row sold in a period by the days of each month, by largest remainder; whole pieces stay whole.
  private func split(_ claim: Claim, _ row: borrowing Row) throws(RowProblem) -> [Claim] {
    let days = months.map(\.days)
    let goods = claim.goods.split(by: days)
    let due = claim.payable.split(by: days)
    let refunded = claim.refunded?.split(by: days)
    let quantities = claim.quantity.map { quantity in
      let unit: Int64 = quantity.minor % 1000 == 0 ? 1000 : 1
      return Money(minor: quantity.minor / unit).split(by: days).map {
        Quantity(minor: $0.minor * unit)
      }
    }
    var parts: [Claim] = []
    for (index, part) in months.enumerated() {
      var share = claim
      share.orderNumber = try orderNumber(on: "\(part.lastDay)", row)
      share.paidAt = "\(part.lastDay) 00:00:00"
      (share.goods, share.payable) = (goods[index], due[index])
      share.refunded = refunded?[index]
      share.quantity = quantities?[index]
      (share.isExact, share.estimatedFrom) = (false, claim.goods)
      parts.append(share)
    }
    return parts
  }

  /// A signed agreement (签约) is no sale: an order of its own, so that its document says so.
  private func agreement(_ claim: Claim, worth: Money, quantity: Quantity?) -> Claim {
    var claim = claim
    claim.orderNumber += Claim.agreementMark
    claim.isSigned = true
    claim.goods = worth
    claim.quantity = quantity
    return claim
  }

  private func return_(_ amount: Money, _ order: String, _ line: String, _ time: String)
    -> AfterSale
  {
    var back = AfterSale(number: order + " " + line + " 退货", orderNumber: order)
    back.lineNumber = line
    back.cash = amount
    back.backAt = time
    back.newestAt = time
    back.state = .back
    back.status = "退货"
    return back
  }
}
