public import Domain
public import Tabular

/// Reads the rows of a channel file into what they say, by its layout.
///
/// A row may lean on the ones above it: merged cells, and cells of an order that only its first line has.
public struct FileReader: Sendable {
  /// Where the file's columns are.
  public let layout: Layout
  /// The day of a sheet whose rows have none, `YYYY-MM-DD`.
  let day: String?
  /// Which sheet of several it is; empty for the only one.
  let sheet: String
  /// When the platform wrote the file, local time `YYYY-MM-DD HH:MM:SS`, where that is known.
  let snapshot: String?
  /// The catalogue price of one piece of a listing, in fen, where it is mapped.
  let prices: [String: Money]
  /// Of which shops rows are read, where the file holds those of several channels.
  let shops: Shops?
  /// The parts of the period by month that its rows are cut into; empty where they are not.
  let months: [SheetPeriod.Part]
  var cells: Cells
  var statuses = Statuses()
  /// The labels of totals that the next row has.
  var awaited: [String]?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - layout: where the columns are.
  ///   - prices: weigh the shares of orders that have only a total.
  ///   - day: the day of a sheet that has none, `YYYY-MM-DD`; else that of its title is taken.
  ///   - sheet: which sheet of a workbook it is, where there are several: equal lines of two sheets are two.
  ///   - snapshot: when the platform wrote the file, local time.
  ///   - shops: of which shops rows are read; nil for all.
  ///   - period: what the rows are cut by, month by month, as estimated shares; nil where they are whole.
  /// - Throws: `Problem` `day_unknown` where a sheet's rows have no day, its title none, and none is given.
  public init(
    layout: Layout, prices: [String: Money], day: String? = nil, sheet: String = "",
    snapshot: String? = nil, shops: Shops? = nil, splitting period: SheetPeriod? = nil
  ) throws(Problem) {
    self.layout = layout
    self.shops = shops
    months = period.map { $0.crossesMonths ? $0.parts : [] } ?? []
    self.sheet = sheet
    self.snapshot = snapshot
    self.prices = prices
    cells = Cells(layout: layout)
    self.day = day ?? (layout.profile.isSheet ? SheetDay.last(in: layout.preamble) : nil)
    let hasDays = layout.profile.sold.contains(where: layout.has)
    if layout.profile.isSheet, self.day == nil, !hasDays { throw Problem("day_unknown") }
  }

  /// The shops of one channel.
  public struct Shops: Sendable {
    /// The channel's code.
    public let channel: String
    /// Whether rows of shops that the profile does not know are read as well, to be rejected: of several channels one
    /// has them.
    public let hasUnknown: Bool

    /// Makes the shops of a channel.
    public init(channel: String, hasUnknown: Bool) {
      self.channel = channel
      self.hasUnknown = hasUnknown
    }
  }

  /// What a row below the header is.
  public enum Content: Equatable, Sendable {
    /// Order lines: one, or several of an order.
    case claims([Claim])
    /// An after-sale case, with what it takes off the column of the amount due.
    case afterSale(AfterSale, payable: Money)
    /// Customer returns of one row, by month, with what they take off the column of the amount due.
    case returns([AfterSale], payable: Money)
    /// A settlement line, and the refund in it where no other file says its amount.
    case settlement(Settlement, refund: AfterSale?)
    /// Totals that a settlement file says of its rows.
    case controls([ControlTotal])
    /// A row of totals, with what it says of the amount due, where it can be read; of a part of the file,
    /// or of all of it.
    case total(Money?, isPart: Bool)
    /// A row that explains the header, or is blank.
    case remark
    /// A row that the profile leaves out by the word in a column.
    case leftOut
    /// A row of a shop of another channel.
    case elsewhere

    /// Whether it is an order line or a case.
    public var isData: Bool {
      switch self {
      case .claims, .afterSale, .returns, .settlement: true
      case .total, .controls, .remark, .leftOut, .elsewhere: false
      }
    }

    /// Whether a status word is unknown.
    fileprivate var hasUnknownStatus: Bool {
      switch self {
      case .claims(let claims): claims.contains { $0.refund == .statusUnknown }
      case .afterSale(let found, payable: _): found.state == .unknown
      case .returns, .settlement, .total, .controls, .remark, .leftOut, .elsewhere: false
      }
    }
  }

  /// The totals that stand above the header of a settlement file.
  public var controlsAbove: [ControlTotal] {
    guard let rules = layout.profile.settlement else { return [] }
    return layout.preamble.compactMap { row in
      ControlTotal(reading: row.map(trimmedCell).joined(separator: ","), rules)
    }
  }

  /// Reads one row.
  ///
  /// - Throws: `RowProblem` with the column, the value and the reason.
  public mutating func read(_ row: borrowing Row) throws(RowProblem) -> Content {
    if let rules = layout.profile.settlement {
      if let other = foreignInSettlements(row, rules) { return other }
    } else if let other = cells.foreign(row) {
      // Totals are of all channels.
      if case .total = other, shops != nil { return .elsewhere }
      return other
    }
    if row.count == layout.header.count, cells.isLeftOut(row) { return .leftOut }
    if try isElsewhere(row) { return .elsewhere }
    guard row.count == layout.header.count else {
      throw RowProblem(
        "row_field_count", column: "", value: "\(row.count)/\(layout.header.count)")
    }
    let content =
      switch layout.profile.kind {
      case .afterSales: try afterSale(row)
      case .settlements:
        try layout.profile.settlement.map { rules throws(RowProblem) in
          try settlement(row, rules)
        } ?? .remark
      case .canteenOrders: Content.remark
      case .orders: layout.profile.isSheet ? try sheetRow(row) : .claims(try order(row))
      }
    // A note beside the table, or all cells one column too far to the right: then words are where no words of them are.
    if row.beyond > 0, content.hasUnknownStatus {
      throw RowProblem("row_shifted", column: "", value: "")
    }
    return content
  }

  /// Carries cells down to a row, and returns whether it is of a shop of another channel.
  private mutating func isElsewhere(_ row: borrowing Row) throws(RowProblem) -> Bool {
    guard row.count == layout.header.count else { return shops?.hasUnknown == false }
    try cells.carry(row)
    guard let shops else { return false }
    let shop = cells.cell(.shop, row)
    if let channel = layout.profile.channel(ofShop: shop) { return channel != shops.channel }
    guard shops.hasUnknown else { return true }
    throw RowProblem("shop_unknown", column: cells.title(.shop), value: shop)
  }

  /// What distinguishes the line of a row, where the platform gives lines no number; nil elsewhere, and where
  /// it cannot be read.
  public func lineKey(_ row: borrowing Row) -> String? {
    let profile = layout.profile
    guard profile.numbersLines, row.count == layout.header.count else { return nil }
    if profile.isOfSettlements {
      guard let time = try? cells.settledAt(row) else { return nil }
      return try? cells.number(of: profile.number, settledAt: time, row)
    }
    let time = try? cells.time(firstOf: profile.sold, row)
    let day = String((time ?? self.day ?? "").prefix(10))
    guard let order = try? cells.key(profile.order, day: day, row),
      let line = try? cells.key(profile.line, row)
    else { return nil }
    return order + "\u{1F}" + line
  }

  /// The order and the line that a row reports, where the platform numbers both; nil elsewhere, and where
  /// they cannot be read.
  public func place(_ row: borrowing Row) -> (order: String, line: String)? {
    let profile = layout.profile
    guard profile.kind == .orders, !profile.isSheet, !profile.numbersLines, !profile.joinsLines,
      row.count == layout.header.count,
      let order = try? cells.key(profile.order, row), let line = try? cells.key(profile.line, row)
    else { return nil }
    return (order, line)
  }

  /// The cells of the row read last, by column, where it leans on the rows above it; nil for one that does not.
  ///
  /// So it can stand alone in a file of rejected rows.
  public func standingAlone(_ row: borrowing Row) -> [String]? { cells.filled(row) }
}
