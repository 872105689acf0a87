internal import Channels
internal import Domain
internal import Postgres
internal import Tabular

/// Reads the rows of one table into the staging tables, in bounded memory.
///
/// A table is mostly of one sort: its claims, its after-sale cases or its settlement lines are sent while it is read; the
/// few of another sort (customer returns in a sheet, refunds that are settled) wait until it is.
struct TableStage {
  private var claims: ClaimStage
  private var afterSales: AfterSaleStage
  private var settlements: SettlementStage

  init(batch: Int64) {
    claims = ClaimStage(batch: batch)
    afterSales = AfterSaleStage(batch: batch)
    settlements = SettlementStage(batch: batch)
  }

  /// Whether a line or a case was reported more than once.
  var hasRepeated: Bool { claims.hasRepeated || afterSales.hasRepeated || settlements.hasRepeated }

  /// Reads the table.
  ///
  /// - Throws: `Problem` `ids_rounded`.
  mutating func read(
    _ table: Table, by reading: inout TableReading, into connection: Connection, file: String,
    rejects: RejectList, copying: RedactedCopy?, progress: (Int) -> Void
  ) throws {
    let profile = reading.layout.profile
    let sort: Sort =
      profile.isOfSettlements ? .settlements : profile.isOfAfterSales ? .afterSales : .claims
    try connection.copyIn(into: sort.statement) { writer in
      try reading.read(table, file: file, rejects: rejects, copying: copying) { said, row, rows in
        switch said {
        case .claims(let found): for claim in found { claims.add(claim, row: row) }
        case .afterSale(let found, payable: _): afterSales.add(found, row: row)
        case .returns(let found, payable: _): for back in found { afterSales.add(back, row: row) }
        case .settlement(let line, let refund):
          settlements.add(line, row: row)
          if let refund { afterSales.add(refund, row: row) }
        case .remark, .leftOut, .elsewhere, .total, .controls: break
        }
        if size(of: sort) >= 1 << 17 {
          try writer.write(take(sort))
          progress(rows)
        }
      }
      try writer.write(take(sort))
    }
    if !afterSales.text.bytes.isEmpty {
      try connection.copyIn(into: Sort.afterSales.statement) { try $0.write(take(.afterSales)) }
    }
    progress(reading.rows)
  }

  /// What is staged.
  private enum Sort {
    case claims, afterSales, settlements

    /// The statement that takes them.
    var statement: String {
      switch self {
      case .claims: ClaimStage.statement
      case .afterSales: AfterSaleStage.statement
      case .settlements: SettlementStage.statement
      }
    }
  }

  /// How many bytes of a sort wait.
  private func size(of sort: Sort) -> Int {
    switch sort {
    case .claims: claims.text.bytes.count
    case .afterSales: afterSales.text.bytes.count
    case .settlements: settlements.text.bytes.count
    }
  }

  /// The bytes of a sort; they are forgotten.
  private mutating func take(_ sort: Sort) -> [UInt8] {
    switch sort {
    case .claims:
      defer { claims.removeBytes() }
      return claims.text.bytes
    case .afterSales:
      defer { afterSales.removeBytes() }
      return afterSales.text.bytes
    case .settlements:
      defer { settlements.removeBytes() }
      return settlements.text.bytes
    }
  }
}
