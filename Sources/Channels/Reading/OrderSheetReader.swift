public import Domain
public import Tabular

/// Reads the rows of an organisation's order sheet (订货单), by its layout.
public struct OrderSheetReader: Sendable {
  private let layout: Layout
  private var cells: Cells
  /// The last day in the sheet's title, `YYYY-MM-DD`; nil where it has none.
  public let titleDay: String?

  /// Makes a reader of a table's rows.
  public init(layout: Layout) {
    self.layout = layout
    cells = Cells(layout: layout)
    titleDay = SheetDay.last(in: layout.preamble)
  }

  /// A row: so much of a product, maybe for whom and for when.
  public struct Line: Equatable, Sendable {
    /// The line of the file.
    public let line: Int
    /// The buyer's code or name; empty where the sheet has none.
    public let buyer: String
    /// The sku or barcode, and the product's name; either may be empty.
    public let code: String, name: String
    /// How many of the unit, in thousandths, zero where nothing is ordered of it; the unit is nil for the base unit.
    public let quantity: Quantity, unit: String?
    /// Yuan for one of the unit; nil where the sheet has none.
    public let price: Money?
    /// The day it is wished for, `YYYY-MM-DD`; nil where the row has none.
    public let wished: String?
  }

  /// Reads a row below the header; nil for totals, signatures and blank rows.
  ///
  /// - Throws: `RowProblem` with the column, the value and the reason.
  public mutating func read(_ row: borrowing Row) throws(RowProblem) -> Line? {
    guard row.number > layout.headerRow else { return nil }
    guard row.count == layout.header.count else {
      throw RowProblem(
        "row_field_count", column: "", value: "\(row.count)/\(layout.header.count)")
    }
    let code = try text(.merchantCode, else: .barcode, row)
    let name = try cells.text(.name, row)
    if isForeign(row, code, name) { return nil }
    try cells.carry(row)
    if code.isEmpty, name.isEmpty {
      throw RowProblem("cell_missing", column: cells.title(.name), value: "")
    }
    let (quantity, unit) = try quantity(row)
    return Line(
      line: row.line, buyer: try cells.text(.buyer, row), code: code, name: name,
      quantity: quantity, unit: unit, price: try price(row),
      wished: try cells.time(.wished, row).map { String($0.prefix(10)) })
  }

  /// Whether a row is one of totals, or has neither goods nor a quantity.
  private func isForeign(_ row: borrowing Row, _ code: String, _ name: String) -> Bool {
    for column in 0..<row.count where Cells.total(row.trimmed(column), isWhole: true) != nil {
      return code.isEmpty || Cells.total(code) != nil
    }
    // Signatures (采购员：…) stand in any column, a quantity does not stand beside them.
    return CellText.isEmpty(cells.cell(.quantity, row))
      && (code.isEmpty && name.isEmpty || name.contains("：") || name.contains(":"))
  }

  private func text(
    _ field: Profile.Field, else other: Profile.Field, _ row: borrowing Row
  ) throws(RowProblem) -> String {
    let text = try cells.text(field, row)
    return text.isEmpty ? try cells.text(other, row) : text
  }

  /// The quantity, which may have its unit behind it, and the unit of its own column.
  private func quantity(_ row: borrowing Row) throws(RowProblem) -> (Quantity, String?) {
    let text = cells.cell(.quantity, row)
    // A form lists all products, of which most are left blank.
    if CellText.isEmpty(text) { return (.zero, nil) }
    let (digits, behind) = EnteredQuantity.split(text)
    guard let number = CellText.measure(digits) else {
      throw RowProblem("cell_not_a_measure", column: cells.title(.quantity), value: text)
    }
    let unit = try cells.text(.unit, row)
    if let behind, !unit.isEmpty, behind != unit {
      throw RowProblem(
        "sheet_units_differ", column: cells.title(.unit), value: "\(text) / \(unit)")
    }
    return (number, behind ?? (unit.isEmpty ? nil : unit))
  }

  private func price(_ row: borrowing Row) throws(RowProblem) -> Money? {
    guard let price = try cells.money(.price, row) else { return nil }
    guard price >= .zero else {
      throw RowProblem(
        "cell_not_an_amount", column: cells.title(.price), value: cells.cell(.price, row))
    }
    return price
  }
}
