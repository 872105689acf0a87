internal import Channels
internal import Domain
internal import Postgres
internal import Tabular

/// What posting a table came to.
struct TableOutcome {
  let new: Int, same: Int, changed: Int
  let conflicts: Int, pending: Int
  let firstDay: String?, lastDay: String?
  /// What the table says, in yuan.
  let gross: Money, refunds: Money
  /// What was posted, in yuan: of the table, and of what another reading of it had posted.
  let postedGross: Money, postedRefunds: Money
}

/// Posts a table that was read.
struct TablePosting {
  let session: Session
  let request: ImportRequest
  let source: ImportSource
  let identity: ImportIdentity

  /// Keeps the redacted copy of a table that is new and the totals that it does not add up to, and stages which of its
  /// rows were rejected.
  func keep(
    _ chunks: [RedactedCopy.Chunk], _ rejects: RejectList, _ totals: [TotalDifference]
  ) throws {
    for (index, chunk) in chunks.enumerated() {
      try session.execute(
        """
        SELECT keep_chunk(\(identity.batch), \(index + 1), \(chunk.firstRow), \(chunk.rows), \(chunk.content))
        """)
    }
    if !totals.isEmpty {
      try session.execute(
        """
        SELECT keep_totals(\(identity.batch), \(totals.map(\.line))::integer[],
          \(totals.map(\.stated.description))::numeric[], \(totals.map(\.computed.description))::numeric[])
        """)
    }
    try session.connection.copyIn(
      into: "COPY reject_stage (batch, row_no, line, column_name, reason) FROM STDIN"
    ) { writer in
      try writer.write(rejects.bytes)
    }
  }

  /// Keeps which units the orders were for, and how they bought, where the file says that.
  func keepUnits(of reading: TableReading) throws {
    guard !reading.units.isEmpty else { return }
    let orders = reading.units.sorted { $0.key < $1.key }
    try session.execute(
      """
      SELECT keep_order_units(\(identity.batch), \(orders.map(\.key))::text[], \(orders.map(\.value.unit))::text[],
        \(orders.map(\.value.type.rawValue))::text[], \(session.operatorName), 'import')
      """)
  }

  /// Keeps which hosts the orders name, where the file does; returns how many of the hosts have no session, on a channel
  /// that has some.
  func keepHosts(of reading: TableReading) throws -> Int {
    let parts = reading.hosts.parts
    guard !parts.isEmpty else { return 0 }
    return try session.execute(
      """
      SELECT keep_order_hosts(\(identity.batch), \(parts.map(\.month))::text[],
        \(parts.map { String(decoding: $0.orders, as: UTF8.self) })::text[],
        \(parts.map { String(decoding: $0.numbers, as: UTF8.self) })::text[],
        \(parts.map { String(decoding: $0.names, as: UTF8.self) })::text[])
      """
    ).single().decode(Int.self)
  }

  /// Posts what is staged, or what stands; `copy` is the SHA-256 of the redacted copy.
  func post(_ read: SourceReading, copy: String?) throws -> TableOutcome {
    let (profile, rejects) = (source.layout.profile, read.rejects)
    let sha256 = source.file.sha256
    let row = try session.execute(
      """
      SELECT new, same, changed, conflicts, pending, first_day::text, last_day::text,
        gross, refunds, posted_gross, posted_refunds
      FROM import_table(\(identity.batch), \(read.stands), \(request.name), \(source.part), \(sha256), \(copy ?? sha256),
        \(source.encoding), \(profile.name),
        \(source.reading(day: request.day, isSplit: identity.isSplit)), \(identity.channel.id),
        to_timestamp(\(source.seconds)::bigint), \(profile.numbersLines), \(read.reading.rows),
        \(rejects.count + rejects.mendedCount), \(session.operatorName), 'import')
      """
    ).single()
    let (new, same, changed, conflicts, pending, firstDay, lastDay) = try row.decode(
      (Int, Int, Int, Int, Int, String?, String?).self)
    let (gross, refunds, postedGross, postedRefunds) = try row.decode(
      (Money, Money, Money, Money).self, from: 7)
    return TableOutcome(
      new: new, same: same, changed: changed, conflicts: conflicts, pending: pending,
      firstDay: firstDay, lastDay: lastDay, gross: gross, refunds: refunds,
      postedGross: postedGross + identity.undone.gross,
      postedRefunds: postedRefunds + identity.undone.refunds)
  }
}
