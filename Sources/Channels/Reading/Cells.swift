internal import Domain
internal import Tabular

/// The cells of a file's rows, by field; each says what is wrong with it.
struct Cells: Sendable {
  let layout: Layout
  /// What the rows above have in the fields that are carried, by the field's raw value.
  private var above: [Int: String] = [:]
  private var orderAbove = ""
  /// How times are written that are not written in the program's own form.
  private let patterns: [TimePattern]
  /// The program's own pattern, where the file's clock is another.
  private let zoned: [TimePattern]
  /// Whether times in the program's own form fit none of those, as in nearly all files.
  private let isPlainAlone: Bool

  init(layout: Layout) {
    self.layout = layout
    patterns = layout.profile.times.filter { $0 != .plain }
    zoned = layout.profile.zone == nil ? [] : [.plain]
    isPlainAlone =
      zoned.isEmpty && patterns.allSatisfy { (try? $0.read("2011-12-10 11:12:13")) == .some(nil) }
  }

  var profile: Profile { layout.profile }

  func title(_ field: Profile.Field) -> String {
    let column = layout.columns[field.rawValue]
    return column < 0 ? profile.title(field) : layout.header[column]
  }

  func cell(_ field: Profile.Field, _ row: borrowing Row) -> String {
    let column = layout.columns[field.rawValue]
    if column < 0, let constant = profile.constants[field] { return constant }
    guard column >= 0, column < row.count else { return "" }
    let text = row.trimmed(column)
    guard !above.isEmpty, CellText.isEmpty(text) else { return text }
    return above[field.rawValue] ?? text
  }

  /// Notes what the next rows may leave blank: cells of their order, or merged cells of a sheet.
  ///
  /// - Throws: `order_cells_differ` where two rows of an order disagree.
  mutating func carry(_ row: borrowing Row) throws(RowProblem) {
    guard !profile.carried.isEmpty else { return }
    var order = layout.has(.order) ? own(.order, row) : ""
    // Of merged cells only the first line of an order has its number.
    if CellText.isEmpty(order), profile.carried.contains(.order) { order = orderAbove }
    if order != orderAbove { above.removeAll() }
    orderAbove = order
    for field in profile.carried {
      let text = own(field, row)
      guard !CellText.isEmpty(text) else { continue }
      if layout.has(.order), let known = above[field.rawValue], known != text {
        throw RowProblem("order_cells_differ", column: title(field), value: "\(known) / \(text)")
      }
      above[field.rawValue] = text
    }
  }

  /// The cells of a row, with what blank ones stand for; nil where that is nothing but the row itself.
  func filled(_ row: borrowing Row) -> [String]? {
    guard !above.isEmpty, row.count == layout.header.count else { return nil }
    var cells = row.strings
    for (field, text) in above {
      let column = layout.columns[field]
      if column >= 0, CellText.isEmpty(row.trimmed(column)) { cells[column] = text }
    }
    return cells
  }

  /// What the row's own cell holds, whatever stands above it.
  func own(_ field: Profile.Field, _ row: borrowing Row) -> String {
    let column = layout.columns[field.rawValue]
    return column < 0 || column >= row.count ? "" : row.trimmed(column)
  }

  /// The cell's text, empty where it is spelled so.
  func text(_ field: Profile.Field, _ row: borrowing Row) throws(RowProblem) -> String {
    let text = cell(field, row)
    guard !text.utf8.contains(0xEF) || !text.unicodeScalars.contains("\u{FFFD}") else {
      throw RowProblem("cell_damaged", column: title(field), value: text)
    }
    if CellText.isEmpty(text) { return "" }
    if field.isCode {
      if text.holdsUnseen { throw RowProblem("code_unseen", column: title(field), value: text) }
      return CellText.code(text)
    }
    let kept = PersonalNumber.scrub(text) ?? text
    return field.isStatus && kept.utf8.count > 120 ? String(kept.prefix(40)) : kept
  }

  func id(_ field: Profile.Field, _ row: borrowing Row) throws(RowProblem) -> String {
    let text = cell(field, row)
    do {
      return try CellText.id(text)
    } catch {
      throw RowProblem(error.code, column: title(field), value: text)
    }
  }

  /// A number put together from cells; parts after the first may be blank.
  ///
  /// `day` stands for the field of that name, which has no column.
  func key(_ key: Profile.Key, day: String = "", _ row: borrowing Row) throws(RowProblem) -> String
  {
    if key.parts.count == 1, key.parts[0].count == 1, key.parts[0][0].isNumber {
      return try id(key.parts[0][0], row)
    }
    var found: [String] = []
    for (index, fields) in key.parts.enumerated() {
      var text = ""
      for field in fields where text.isEmpty {
        if field == .day {
          text = day
        } else if field.isNumber, !CellText.isEmpty(cell(field, row)) {
          text = try id(field, row)
        } else {
          text = try self.text(field, row)
        }
      }
      if text.isEmpty, index == 0 || fields == [.shop] {
        throw RowProblem("cell_missing", column: title(fields[0]), value: "")
      }
      if !text.isEmpty { found.append(text) }
    }
    return found.joined(separator: key.separator)
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

  /// The cell's amount, which cannot do without.
  func due(_ field: Profile.Field, _ row: borrowing Row) throws(RowProblem) -> Money {
    guard let amount = try money(field, row) else {
      throw RowProblem("cell_missing", column: title(field), value: cell(field, row))
    }
    return amount
  }

  /// The cell's local time; nil where it is empty.
  func time(_ field: Profile.Field, _ row: borrowing Row) throws(RowProblem) -> String? {
    let text = cell(field, row)
    guard !CellText.isEmpty(text) else { return nil }
    do {
      return try time(text)
    } catch {
      throw RowProblem(error.code, column: title(field), value: text)
    }
  }

  /// Reads a local time as the file writes them.
  ///
  /// - Throws: the reason, as `CellText.time` does.
  func time(_ text: String) throws(CellText.Reason) -> String {
    if isPlainAlone, CellText.isPlainTime(text) { return try CellText.time(text) }
    for pattern in patterns {
      if let time = try pattern.read(text, zone: profile.zone) { return time }
    }
    let time = try CellText.time(text)
    return zoned.isEmpty ? time : try zoned[0].read(text, zone: profile.zone) ?? time
  }

  /// The first of some times that is filled.
  func time(firstOf fields: [Profile.Field], _ row: borrowing Row) throws(RowProblem) -> String? {
    for field in fields {
      if let time = try time(field, row) { return time }
    }
    return nil
  }

  /// The pieces of the listing, or what was weighed; nil only where a sheet leaves it blank.
  func quantity(_ row: borrowing Row) throws(RowProblem) -> Quantity? {
    let text = cell(.quantity, row)
    if profile.measures {
      if CellText.isEmpty(text) { return nil }
      guard let quantity = CellText.measure(text) else {
        throw RowProblem("cell_not_a_measure", column: title(.quantity), value: text)
      }
      return quantity
    }
    guard let quantity = CellText.pieces(text) else {
      throw RowProblem("cell_not_pieces", column: title(.quantity), value: text)
    }
    return quantity
  }

  /// The price of a row times its quantity, rounded once; a price may have three decimals.
  private func worth(_ price: Profile.Field, _ row: borrowing Row) throws(RowProblem) -> Money {
    guard let quantity = try quantity(row) else {
      throw RowProblem("cell_missing", column: title(.quantity), value: "")
    }
    if let each = CellText.money(cell(price, row)) { return each * quantity }
    guard let each = CellText.measure(cell(price, row)) else {
      _ = try due(price, row)
      return .zero
    }
    // Thousandths of thousandths of a yuan.
    let (product, overflow) = each.minor.multipliedReportingOverflow(by: quantity.minor)
    guard !overflow, product < Int64.max - 5_000 else {
      throw RowProblem("cell_not_an_amount", column: title(price), value: cell(price, row))
    }
    return Money(minor: (product + 5_000) / 10_000)
  }

  /// The amount in a column that is no field; nothing where it is blank.
  private func other(_ amount: Int, _ row: borrowing Row) throws(RowProblem) -> Money {
    let column = layout.amountColumns[amount]
    let text = column >= 0 && column < row.count ? row.trimmed(column) : ""
    if CellText.isEmpty(text) { return .zero }
    guard let amount = CellText.money(text) else {
      throw RowProblem("cell_not_an_amount", column: layout.header[column], value: text)
    }
    return amount
  }

  /// Whether the profile leaves a row out, by the word in a column.
  func isLeftOut(_ row: borrowing Row) -> Bool {
    for (filter, column) in zip(profile.filters, layout.filterColumns) where column >= 0 {
      let text = column < row.count ? row.trimmed(column) : ""
      let word = CellText.isEmpty(text) ? "" : Profile.word(text)
      if filter.words.contains(word) != filter.isOnly { return true }
    }
    return false
  }

  /// The sum of an amount's terms; a term with a blank cell is nothing.
  ///
  /// What has been read of them already is given.
  func sum(
    _ terms: [Profile.Term], due: Money, freight: Money, refunded: Money?, _ row: borrowing Row
  ) throws(RowProblem) -> Money {
    var sum = Money.zero
    for term in terms {
      let amount: Money
      switch term.amount {
      case .field(.payable): amount = due
      case .field(.freight): amount = freight
      case .field(.refunded): amount = refunded ?? .zero
      case .field(let field): amount = try money(field, row) ?? .zero
      case .price(let field): amount = try worth(field, row)
      case .other(let index): amount = try other(index, row)
      }
      let counted = term.isMagnitude ? amount.magnitude : amount
      sum += term.isAdded ? counted : -counted
    }
    return sum
  }
}

extension Profile.Field {
  /// True for codes of goods, which are text though most are digits.
  fileprivate var isCode: Bool {
    switch self {
    case .productID, .merchantCode, .productCode, .itemNumber, .barcode: true
    default: false
    }
  }

  /// True for words that say how an order or a case stands: what the profile does not know is kept, for it is to be
  /// learnt, but no longer than a word is.
  fileprivate var isStatus: Bool { self == .orderStatus || self == .afterSaleStatus }

  /// True for numbers that platforms give, which spreadsheets spoil.
  var isNumber: Bool {
    switch self {
    case .order, .line, .number, .productID, .secondNumber: true
    default: false
    }
  }
}
