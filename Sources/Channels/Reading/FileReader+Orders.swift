internal import Domain
internal import Tabular

/// Rows of a platform's order export.
extension FileReader {
  mutating func order(_ row: borrowing Row) throws(RowProblem) -> [Claim] {
    let profile = layout.profile
    var claim = Claim(orderNumber: try orderNumber(row), lineNumber: "")
    try describe(&claim, row)
    claim.paidAt = try sold(claim.orderStatus, row)
    try value(&claim, due: try profile.tellsDue ? cells.due(.payable, row) : .zero, row)
    var newest = claim.paidAt ?? "2010-01-01 00:00:00"
    for field in [Profile.Field.submitted, .shipped, .completed] {
      if let time = try cells.time(field, row), time > newest { newest = time }
    }
    claim.newestAt = newest
    if claim.paidAt == nil, claim.payable > .zero || claim.goods > .zero,
      claim.refund != .full,
      profile.isSold(claim.orderStatus) || profile.isUnknown(claim.orderStatus)
    {
      try date(&claim, row)
    }
    let quantity = try cells.quantity(row)
    if profile.joinsLines { return try lines(of: claim, pieces: quantity ?? .zero, row) }
    claim.lineNumber = try cells.key(profile.line, row)
    claim.quantity = quantity
    claim.listing = listing(
      code: try code(row), product: try cells.text(.productID, row),
      spec: claim.itemSpec, name: claim.itemName)
    return [claim]
  }

  /// The number of the order; that it is blank is said as such, for merged cells are the usual cause.
  private func orderNumber(_ row: borrowing Row) throws(RowProblem) -> String {
    do {
      return try cells.key(layout.profile.order, row)
    } catch {
      guard error.reason == "cell_missing" else { throw error }
      throw RowProblem("order_missing", column: error.column, value: "")
    }
  }

  /// When a row was paid, by the first of the profile's times that it has.
  ///
  /// Where that is not the time of payment, the status says whether anything was paid.
  private mutating func sold(_ status: String, _ row: borrowing Row) throws(RowProblem) -> String? {
    for field in layout.profile.sold {
      if field != .paid, !layout.profile.unpaid.isEmpty {
        let afterSale = try cells.text(.afterSaleStatus, row)
        let words = statuses.status(order: status, afterSale: afterSale, layout.profile)
        if words.isUnpaid { return nil }
      }
      if let time = try cells.time(field, row) { return time }
    }
    return nil
  }

  /// Gives a sale without a time the day of the best evidence; it is pending until a file says when it was.
  private func date(_ claim: inout Claim, _ row: borrowing Row) throws(RowProblem) {
    let evidence = try cells.time(firstOf: [.submitted, .shipped, .completed], row) ?? snapshot
    guard let evidence else {
      let isKnown = layout.profile.isSold(claim.orderStatus)
      throw RowProblem(
        isKnown ? "sold_undated" : "status_undated",
        column: layout.profile.sold.first.map(cells.title) ?? "",
        value: claim.orderStatus)
    }
    claim.newestAt = max(claim.newestAt, evidence)
    claim.wait(from: evidence)
  }

  /// What was sold: its name, its codes, the words of its statuses.
  func describe(_ claim: inout Claim, _ row: borrowing Row) throws(RowProblem) {
    claim.itemName = try cells.text(.name, row)
    claim.itemSpec = try cells.text(.spec, row)
    claim.orderStatus = try cells.text(.orderStatus, row)
    if layout.profile.carried.contains(.orderStatus), claim.orderStatus.isEmpty {
      throw RowProblem("cell_missing", column: cells.title(.orderStatus), value: "")
    }
    if let item = layout.profile.item { claim.item = try cells.text(item, row) }
    if layout.has(.barcode) {
      let code = try cells.text(.barcode, row)
      claim.barcode = code.isEmpty ? nil : code
    }
    if layout.has(.province) {
      claim.province = Province.named(in: try cells.text(.province, row))
    }
    if layout.has(.purchaseType) {
      claim.purchaseType = PurchaseType(named: try cells.text(.purchaseType, row))
      claim.unit = try cells.text(.buyer, row)
    }
    if layout.namesHosts { claim.host = host(row) }
    if layout.has(.courier) { claim.courier = courierNumber(in: try cells.text(.courier, row)) }
  }

  /// The host that a row names; what is damaged names none, for no row is rejected for it.
  private func host(_ row: borrowing Row) -> OrderHost? {
    let number = cells.own(.host, row)
    let name = cells.own(.hostName, row)
    let isNumber = !CellText.isEmpty(number) && number != "0" && !number.isDamaged
    let isName = !CellText.isEmpty(name) && !name.isDamaged
    return OrderHost(
      number: isNumber ? number.cut(to: 40) : "",
      name: isName ? (PersonalNumber.scrub(name) ?? name).cut(to: 100) : "")
  }

  /// What the row is worth, and what went back of it.
  mutating func value(_ claim: inout Claim, due: Money, _ row: borrowing Row) throws(RowProblem) {
    let profile = layout.profile
    claim.payable = due
    claim.freight = try cells.money(.freight, row) ?? .zero
    let refunded = layout.has(.refunded) ? try cells.money(.refunded, row) : nil
    settle(&claim, afterSale: try cells.text(.afterSaleStatus, row), refunded: refunded)
    if profile.isNet, claim.refund == .amountUnknown {
      if refunded != nil {
        throw RowProblem(
          "refund_zero", column: cells.title(.refunded), value: claim.afterSaleStatus)
      }
      throw RowProblem("cell_missing", column: cells.title(.refunded), value: "")
    }
    claim.goods = try cells.sum(
      profile.goods, due: due, freight: claim.freight, refunded: claim.refunded, row)
    guard claim.goods >= .zero, claim.freight >= .zero, refunded ?? .zero >= .zero else {
      throw RowProblem(
        "goods_negative", column: cells.title(.payable), value: cells.cell(.payable, row))
    }
    if !profile.tellsDue { claim.payable = claim.goods + claim.freight }
    if !profile.cash.isEmpty {
      let cash = max(
        .zero,
        try cells.sum(profile.cash, due: due, freight: claim.freight, refunded: nil, row))
      claim.cash = cash == claim.goods ? nil : cash
    }
  }

  /// The shop's own code of what was sold, else that of the product whatever its spec.
  func code(_ row: borrowing Row) throws(RowProblem) -> String {
    let code = try cells.text(.merchantCode, row)
    return code.isEmpty ? try cells.text(.productCode, row) : code
  }

  /// The listing: the shop's own code, else the product and its spec.
  func listing(code: String, product: String, spec: String, name: String) -> String {
    if !code.isEmpty { return code }
    let own = product.isEmpty ? name : product
    return spec.isEmpty ? own : own + "/" + spec
  }

  /// Decides from both status words, and from the amount that the row reports, what went back and how far the order is.
  mutating func settle(_ claim: inout Claim, afterSale text: String, refunded: Money?) {
    let status = statuses.status(order: claim.orderStatus, afterSale: text, layout.profile)
    var meaning = claim.paidAt == nil ? status.meaningUnpaid : status.meaning
    claim.afterSaleStatus = status.afterSale
    // Where the amount due is net of refunds, an amount beside any other word is only asked for.
    if let refunded, refunded > .zero, meaning == .told || !layout.profile.isNet {
      claim.refund = .part
      claim.refunded = refunded
      meaning = .told
    } else {
      switch meaning {
      case .nothing, .asked, .refused, .exchanged: claim.refund = .none
      case .whole: claim.refund = .full
      case .wholeWhenClosed: claim.refund = status.isClosed ? .full : .amountUnknown
      case .untold, .told: claim.refund = .amountUnknown
      case nil: claim.refund = .statusUnknown
      }
      // A word of the order that nobody knows may hide that it was cancelled.
      if claim.refund == .none, status.orderRank == nil { claim.refund = .statusUnknown }
    }
    claim.rank = (meaning?.rank ?? 4) * 10 + (status.orderRank ?? 0)
  }
}

extension Claim {
  /// Gives a sale whose time is not known the time of its best evidence, and lets it wait.
  mutating func wait(from evidence: String) {
    paidAt = evidence
    if refund != .statusUnknown { (refund, refunded) = (.timeUnknown, nil) }
    // Of one instant a row that has the time goes before.
    rank -= Self.undatedRank
  }

  /// How far a row without a time is behind one that has it.
  private static let undatedRank = 100
}

extension String {
  /// Whether it holds a character that could not be read.
  fileprivate var isDamaged: Bool {
    utf8.contains(0xEF) && unicodeScalars.contains("\u{FFFD}")
  }

  /// Its first characters, as PostgreSQL counts them.
  fileprivate func cut(to length: Int) -> String {
    utf8.count <= length ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(length)))
  }
}
