internal import Domain
internal import Tabular

/// The cells of a row, by field; each says what is wrong with it.
extension OrderReader {
  func title(_ field: Profile.Field) -> String {
    let place = layout.places[field.rawValue]
    return place < 0 ? layout.profile.title(field) : layout.header[place]
  }

  func cell(_ field: Profile.Field, _ row: borrowing Row) -> String {
    let place = layout.places[field.rawValue]
    return place < 0 || place >= row.count ? "" : row.trimmed(place)
  }

  /// The cell's text, empty where it is spelled so.
  func text(_ field: Profile.Field, _ row: borrowing Row) throws(RowProblem) -> String {
    let text = cell(field, row)
    guard !text.utf8.contains(0xEF) || !text.unicodeScalars.contains("\u{FFFD}") else {
      throw RowProblem("cell_damaged", column: title(field), value: text)
    }
    return CellText.isEmpty(text) ? "" : text
  }

  func id(_ field: Profile.Field, _ row: borrowing Row) throws(RowProblem) -> String {
    let text = cell(field, row)
    do {
      return try CellText.id(text)
    } catch {
      throw RowProblem(error.code, column: title(field), value: text)
    }
  }

  /// The cell's amount; nil where it is empty.
  func money(_ field: Profile.Field, _ row: borrowing Row) throws(RowProblem) -> Money? {
    let text = cell(field, row)
    if let amount = CellText.money(text) { return amount }
    guard CellText.isEmpty(text) else {
      throw RowProblem("cell_not_an_amount", column: title(field), value: text)
    }
    return nil
  }

  /// The cell's local time; nil where it is empty.
  func time(_ field: Profile.Field, _ row: borrowing Row) throws(RowProblem) -> String? {
    let text = cell(field, row)
    guard !CellText.isEmpty(text) else { return nil }
    do {
      for pattern in layout.profile.times where pattern != .plain {
        if let time = try pattern.read(text) { return time }
      }
      return try CellText.time(text)
    } catch {
      throw RowProblem(error.code, column: title(field), value: text)
    }
  }

  func quantity(_ row: borrowing Row) throws(RowProblem) -> Quantity {
    let text = cell(.quantity, row)
    guard let quantity = CellText.pieces(text) else {
      throw RowProblem("cell_not_pieces", column: title(.quantity), value: text)
    }
    return quantity
  }

  /// A row that is no order: totals, or an explanation under the header.
  func foreign(_ row: borrowing Row) -> Content? {
    guard CellText.isEmpty(cell(.order, row)) || isTotal(cell(.order, row)) else { return nil }
    for index in 0..<row.count {
      let text = row.trimmed(index)
      if CellText.isEmpty(text) { continue }
      if isTotal(text) { return .total(CellText.money(cell(.payable, row))) }
      break
    }
    let filled = (0..<row.count).filter { !CellText.isEmpty(row.trimmed($0)) }.count
    let hasNoOrder = CellText.isEmpty(cell(.line, row)) && CellText.isEmpty(cell(.paid, row))
    return filled == 0 || hasNoOrder && CellText.money(cell(.payable, row)) == nil ? .remark : nil
  }

  private func isTotal(_ text: String) -> Bool {
    ["合计", "总计", "小计", "汇总", "全部"].contains { text.hasPrefix($0) }
  }
}
