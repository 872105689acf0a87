internal import Channels
internal import Domain
internal import Postgres
internal import Tabular

/// Reads the rows of one table into the staging tables, in bounded memory.
///
/// A table is mostly of one sort: its claims, or its after-sale cases, are sent while it is read; the few of
/// the other sort (customer returns in a sheet) wait until it is.
struct TableStage {
  private var claims: ClaimStage
  private var afterSales: AfterSaleStage

  init(batch: Int64) {
    claims = ClaimStage(batch: batch)
    afterSales = AfterSaleStage(batch: batch)
  }

  /// Whether a line or a case was reported more than once.
  var hasRepeated: Bool { claims.hasRepeated || afterSales.hasRepeated }

  /// Reads the table.
  ///
  /// - Throws: `Problem` `ids_rounded`.
  mutating func read(
    _ table: Table, by reading: inout TableReading, into connection: Connection, file: String,
    rejects: RejectList, copying: RedactedCopy?, progress: (Int) -> Void
  ) throws {
    let isOfCases = reading.layout.profile.isOfAfterSales
    try connection.copyIn(into: isOfCases ? AfterSaleStage.statement : ClaimStage.statement) {
      writer in
      try reading.read(table, file: file, rejects: rejects, copying: copying) { said, row, rows in
        switch said {
        case .claims(let found): for claim in found { claims.add(claim, row: row) }
        case .afterSale(let found, payable: _): afterSales.add(found, row: row)
        case .remark, .leftOut, .elsewhere, .total: break
        }
        if claims.text.bytes.count + afterSales.text.bytes.count >= 1 << 17 {
          try writer.write(send(isOfCases))
          progress(rows)
        }
      }
      try writer.write(send(isOfCases))
    }
    if !afterSales.text.bytes.isEmpty {
      try connection.copyIn(into: AfterSaleStage.statement) { try $0.write(send(true)) }
    }
    progress(reading.rows)
  }

  /// The bytes of the sort that the table is of; they are forgotten.
  private mutating func send(_ isOfCases: Bool) -> [UInt8] {
    if isOfCases {
      defer { afterSales.removeBytes() }
      return afterSales.text.bytes
    }
    defer { claims.removeBytes() }
    return claims.text.bytes
  }
}
