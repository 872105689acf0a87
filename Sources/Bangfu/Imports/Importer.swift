internal import Channels
internal import Domain
internal import Postgres

/// Imports one file: reads each of its tables whole into the staging table, then has the database
/// post it as a set.
///
/// All of it is one transaction: a killed import leaves nothing.
struct Importer {
  let session: Session
  let request: ImportRequest
  let progress: (Int) -> Void

  func run() throws -> [ImportResult] {
    let found = try SourceFinder(session: session, request: request).find()
    // What killed imports have left in the staging tables is swept before, in a transaction of its own.
    try session.execute("SELECT sweep_import_stage()")
    var results: [ImportResult] = []
    do {
      try session.transaction(tries: 1) {
        try holdOff(found.sources)
        for source in found.sources { results.append(try post(source)) }
        let isRefused =
          request.isStrict
          && (results.contains { $0.rejected > 0 } || found.passedOver.contains { $0.isRefused })
        if request.isDryRun || isRefused { throw NothingKept() }
      }
    } catch is NothingKept {
      for index in results.indices { results[index].keptNothing() }
    }
    results[0].passedOver = found.passedOver
    return results
  }

  /// Thrown to roll back what was asked only to be tried.
  private struct NothingKept: Error {}

  /// Keeps other imports of the same platforms waiting; in an order of their own, so that no two wait for each other.
  private func holdOff(_ sources: [ImportSource]) throws {
    for platform in Set(sources.map(\.layout.profile.platform)).sorted() {
      try session.execute("SELECT lock_platform(\(platform))")
    }
  }

  /// Looks at a sheet of a supermarket whose terms are known, before anything of it is posted.
  ///
  /// - Throws: `Problem` `sheet_totals_differ`, `day_to_come`, `sheet_old`, `supermarket_terms_missing`,
  ///   `sheet_shop_unknown`, `sheet_overlaps`.
  private func expectSheet(_ identity: ImportIdentity, _ read: SourceReading) throws {
    if !identity.isKnown, !request.isSure, read.rejects.count == 0,
      let total = read.reading.totals.differing.first
    {
      throw Problem(
        "sheet_totals_differ",
        [
          "file": request.name, "line": String(total.line), "stated": total.stated.description,
          "computed": total.computed.description,
        ])
    }
    let period = identity.period
    try session.execute(
      """
      SELECT keep_sheet(\(identity.batch), \(period?.first.description)::date, \(period?.last.description)::date,
        \(identity.isSplit), \(request.isSure))
      """)
  }

  /// Identifies, reads and posts a table.
  private func post(_ source: ImportSource) throws -> ImportResult {
    let identity = try SourceIdentifier(session: session, request: request, source: source)
      .identify()
    let copy = identity.isKnown ? nil : RedactedCopy(Redaction(source.layout))
    let read = try SourceReader(
      session: session, request: request, source: source, identity: identity, progress: progress
    ).read(copying: copy)
    let period = ImportPeriod(session: session, request: request, seconds: source.seconds)
    try period.refuseEarly(newest: read.reading.newest)
    try period.open(read.reading.months)
    if identity.hasTerms { try expectSheet(identity, read) }
    let posting = TablePosting(
      session: session, request: request, source: source, identity: identity)
    let redacted = copy?.finish()
    if let redacted {
      try posting.keep(redacted.chunks, read.rejects, read.reading.totals.differing)
    }
    let outcome = try posting.post(read, copy: redacted?.sha256)
    try posting.keepUnits(of: read.reading)
    let hosts = try posting.keepHosts(of: read.reading)
    let doubts = try TableDoubts(source, identity, in: session)
    try session.execute("SELECT end_import(\(identity.batch))")
    var result = ImportResult(request, source, identity, read, outcome, doubts)
    result.hosts = hosts
    return result
  }
}
