internal import Domain
internal import Tabular

/// Rows of a platform's after-sale export.
extension FileReader {
  func afterSale(_ row: borrowing Row) throws(RowProblem) -> Content {
    let profile = layout.profile
    var case_ = AfterSale(
      number: try cells.key(profile.number, row), orderNumber: try cells.key(profile.order, row))
    if let item = profile.item {
      case_.item = try cells.id(item, row)
    } else {
      case_.lineNumber = try cells.key(profile.line, row)
    }
    case_.status = try cells.text(.orderStatus, row).replacing("，", with: ",")
    let type = profile.afterSaleTypes[Profile.word(try cells.text(.afterSaleType, row))]
    case_.state = state(profile.afterSale[Profile.word(case_.status)], type: type)
    if case_.state == .back {
      case_.cash = try cells.due(.backAmount, row)
    } else {
      case_.cash = try cells.money(.backAmount, row) ?? .zero
    }
    case_.freight = try cells.money(.backFreight, row) ?? .zero
    case_.coupon = try cells.money(.backCoupon, row) ?? .zero
    guard case_.cash >= .zero, case_.freight >= .zero, case_.coupon >= .zero else {
      throw RowProblem(
        "goods_negative", column: cells.title(.backAmount), value: cells.cell(.backAmount, row))
    }
    case_.backAt = try cells.time(firstOf: profile.back, row)
    for field in [Profile.Field.applied, .agreed, .arrived, .ended] {
      if let time = try cells.time(field, row), time > case_.newestAt { case_.newestAt = time }
    }
    return .afterSale(case_, payable: case_.cash)
  }

  private func state(_ word: AfterSaleWord?, type: AfterSaleWord?) -> AfterSale.State {
    if type == .exchanged { return .nothing }
    return switch word {
    case .told, .untold, .whole, .wholeWhenClosed: .back
    case .asked: .open
    case .nothing, .refused, .exchanged: .nothing
    case nil: .unknown
    }
  }
}
