internal import Channels
internal import Domain
internal import Postgres
internal import Tabular
internal import System

/// Reads a table again, to know whether it says what it said when it was imported.
///
/// Nothing is sent: of what is read and of what is recorded only digests are compared.
struct TableComparison {
  private let digester = ClaimDigester()
  private let claims = SHA256Hasher()
  private let afterSales = SHA256Hasher()
  private let settlements = SHA256Hasher()
  private var counts = (claims: 0, afterSales: 0, settlements: 0)
  private var lines = ReportedLines()

  /// Thrown to end the reading of a table that reports a line twice: which of the two counts is to be judged.
  private struct Repeated: Error {}

  /// Reads the table, and returns whether it says what the live file of that number says.
  ///
  /// - Throws: `Problem` `ids_rounded`; `PostgresError`.
  mutating func read(
    _ table: Table, by reading: inout TableReading, against number: Int64,
    in connection: Connection,
    file: String, rejects: RejectList, progress: (Int) -> Void
  ) throws -> Bool {
    let numbersLines = reading.layout.profile.numbersLines
    do {
      try reading.read(table, file: file, rejects: rejects, copying: nil) { said, _, rows in
        switch said {
        case .claims(let found):
          for claim in found {
            if !numbersLines, lines.insert(claim).isRepeated { throw Repeated() }
            counts.claims += 1
            digester.add(claim, to: claims)
          }
        case .afterSale(let found, payable: _):
          counts.afterSales += 1
          digester.add(found, to: afterSales)
        case .returns(let found, payable: _):
          counts.afterSales += found.count
          for back in found { digester.add(back, to: afterSales) }
        case .settlement(let line, let refund):
          counts.settlements += 1
          digester.add(line, to: settlements)
          if let refund {
            counts.afterSales += 1
            digester.add(refund, to: afterSales)
          }
        case .remark, .leftOut, .elsewhere, .total, .controls: break
        }
        if rows % 1000 == 0 { progress(rows) }
      }
    } catch is Repeated {
      return false
    }
    progress(reading.rows)
    let said = try connection.execute(
      "SELECT claims, claims_digest, cases, cases_digest, lines, lines_digest FROM import_said(\(number))"
    ).single().decode((Int, String, Int, String, Int, String).self)
    return said == (
      counts.claims, claims.finalize(), counts.afterSales, afterSales.finalize(),
      counts.settlements, settlements.finalize()
    )
  }
}
