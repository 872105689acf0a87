internal import Channels
internal import Domain
internal import Postgres
internal import Tabular

/// Imports one file: reads each of its tables whole into the staging table, then has the database
/// post it as a set.
///
/// All of it is one transaction: a killed import leaves nothing.
struct Importer {
  let session: Session
  let request: ImportRequest
  let progress: (Int) -> Void

  private var imports: Imports { Imports(session: session) }

  /// A table that has a known format.
  private struct Source {
    let file: TableFile
    let table: Table
    let layout: Layout
    /// When the platform wrote it, in seconds since 1970.
    let seconds: Int?
    /// Which table of the file it is, and which channel's rows of it; empty where it is the only one.
    let part: String
    /// Of which shops its rows are, where the profile tells the channel of each row.
    let shops: FileReader.Shops?

    /// The path of what holds the table.
    var book: String {
      table.name == nil ? table.path : String(table.path.dropLast(table.name?.count ?? 0))
    }
    /// The name of the sheet, where its workbook has several with a known format.
    var sheet = ""

    /// What tells one reading of it from another: by another profile, or another day, it says something else.
    func reading(day: String?) -> String { layout.profile.reading + (day.map { "/" + $0 } ?? "") }
  }

  /// Who the import is, in the database's numbers.
  private struct Identity {
    let batch: Int64
    let file: Int64
    let isKnown: Bool
    /// Whether it is known in this channel, and was not undone.
    let isLive: Bool
    let channel: Int64
    let channelCode: String
    /// What its order numbers are unique on.
    let platform: String
    /// What the same table had posted by another reading and has no more, in yuan.
    let undone: (gross: Money, refunds: Money)
  }

  func run() throws -> [ImportResult] {
    let (sources, passedOver) = try sources()
    // What killed imports have left in the staging tables is swept before, in a transaction of its own.
    try session.execute("SELECT clear_import_stage(0)")
    var results: [ImportResult] = []
    do {
      try session.transaction(tries: 1) {
        try holdOff(sources)
        for source in sources { results.append(try post(source)) }
        let isRefused =
          request.isStrict
          && (results.contains { $0.rejected > 0 } || passedOver.contains { $0.isRefused })
        if request.isDryRun || isRefused { throw NothingKept() }
      }
    } catch is NothingKept {
      for index in results.indices { results[index].keptNothing() }
    }
    results[0].passedOver = passedOver
    return results
  }

  /// Thrown to roll back what was asked only to be tried.
  private struct NothingKept: Error {}

  /// Finds the tables of the file that have a known format.
  ///
  /// - Throws: what is wrong with the first table, where none has.
  private func sources() throws -> (found: [Source], passedOver: [PassedOver]) {
    let profiles = try session.profiles.choose(request.profile)
    var options = TableFile.Options()
    options.password = request.password
    options.limits = request.limits
    options.name = request.name.split(separator: "/").last.map(String.init)
    let file = try TableFile.open(request.path, options: options)
    var found: [Source] = []
    var passedOver = file.refusals.map { PassedOver(path: $0.path, reason: problem(of: $0.error)) }
    for table in file.tables {
      do {
        let layout = try Layout(finding: profiles, in: try table.firstRows(30))
        if table.isHidden { throw Problem("sheet_hidden", ["file": table.path]) }
        let isOnly = file.tables.count == 1 && file.refusals.isEmpty
        let part = isOnly ? "" : String(table.path.drop { $0 != "/" }.dropFirst())
        let wide = table.asWide(as: layout.header.count)
        let seconds = try snapshotSeconds(table)
        for shops in try shops(of: wide, by: layout) {
          let parts = [part, shops?.channel ?? ""].filter { !$0.isEmpty }
          found.append(
            Source(
              file: file, table: wide, layout: layout, seconds: seconds,
              part: parts.joined(separator: "/"), shops: shops))
        }
      } catch {
        let problem = problem(of: error)
        // What is asked wrongly, and a session that is lost, are no fault of the table.
        let isOfTable =
          problem.source == .program
          && !["snapshot_in_future", "channel_by_profile"].contains(problem.code)
        guard isOfTable else { throw error }
        passedOver.append(PassedOver(path: table.path, reason: problem))
      }
    }
    guard !found.isEmpty else { throw passedOver[file.refusals.count].reason }
    let books = Dictionary(grouping: found, by: \.book).mapValues {
      Set($0.map(\.table.path)).count
    }
    for index in found.indices where found[index].table.name != nil {
      if books[found[index].book] ?? 0 > 1 { found[index].sheet = found[index].table.name ?? "" }
    }
    return (found, passedOver)
  }

  private func problem(of error: any Error) -> Problem {
    Problem(error) ?? Problem("bug", ["message": String(describing: error)])
  }

  /// The shops of each channel that a table has rows of; nil for all of its rows.
  ///
  /// - Throws: `Problem` `channel_by_profile` where the user names the channel as well.
  private func shops(of table: Table, by layout: Layout) throws -> [FileReader.Shops?] {
    let profile = layout.profile
    guard !profile.channels.isEmpty else { return [nil] }
    guard request.channel == nil else {
      throw Problem(
        "channel_by_profile", ["profile": profile.name, "column": layout.titleOfShops])
    }
    let channels = try layout.channels(in: table)
    return channels.enumerated().map {
      FileReader.Shops(channel: $0.element, hasUnknown: $0.offset == 0)
    }
  }

  private func post(_ source: Source) throws -> ImportResult {
    let layout = source.layout
    let identity = try identify(source)
    var result = ImportResult()
    result.file = request.name
    result.part = source.part
    result.sha256 = source.file.sha256
    result.encoding = source.table.encoding?.name ?? "\(source.table.kind)"
    result.profile = layout.profile.name
    result.channel = identity.channelCode
    result.number = identity.file
    result.isSheet = layout.profile.isSheet
    result.unread = layout.unread
    result.isDated = source.seconds != nil || layout.profile.isSheet
    let copy = identity.isKnown ? nil : RedactedCopy(Redaction(layout))
    let (reading, rejects, stands) = try read(source, identity, copying: copy)
    result.rows = reading.rows
    (result.beyond, result.hidden) = (reading.beyond, reading.hidden)
    result.leftOut = reading.leftOut
    result.totalsDiffering = reading.totals.differing
    try refuseEarly(source.seconds, newest: reading.newest)
    try open(reading.months, seconds: source.seconds)
    let redacted = copy?.finish()
    if let redacted { try keep(redacted.chunks, rejects, identity) }
    let row = try session.execute(
      """
      SELECT new, same, changed, conflicts, pending, first_day::text, last_day::text,
        gross, refunds, posted_gross, posted_refunds
      FROM import_table(\(identity.batch), \(identity.file), \(identity.isKnown), \(stands), \(request.name),
        \(source.part), \(result.sha256), \(redacted?.sha256 ?? result.sha256), \(result.encoding), \(layout.profile.name),
        \(source.reading(day: request.day)), \(identity.channel), \(identity.platform), to_timestamp(\(source.seconds)::bigint),
        \(layout.profile.numbersLines), \(result.rows),
        \(rejects.count + rejects.mendedCount), \(session.operatorName), 'import')
      """
    ).single()
    (
      result.new, result.same, result.changed, result.conflicts, result.pending, result.firstDay,
      result.lastDay
    ) = try row.decode((Int, Int, Int, Int, Int, String?, String?).self)
    let (gross, refunds, postedGross, postedRefunds) = try row.decode(
      (Money, Money, Money, Money).self, from: 7)
    (result.gross, result.refunds) = (gross, refunds)
    result.postedGross = postedGross + identity.undone.gross
    result.postedRefunds = postedRefunds + identity.undone.refunds
    if !layout.profile.numbersLines { result.repeated = try repeated(identity) }
    result.early = try early(identity)
    if result.isSheet {
      result.alike = try alike(source, identity)
      let agreed = try session.execute(
        """
        SELECT count(*), coalesce(sum(k.goods), 0.00) FROM claim_snapshot k
        WHERE k.snapshot_id BETWEEN first_in(\(identity.file)) AND last_in(\(identity.file)) AND k.signed
        """
      ).single()
      (result.agreements, result.agreed) = try agreed.decode((Int, Money).self)
    }
    result.rejected = rejects.count
    result.mended = rejects.mendedCount
    result.rejects = rejects.first
    result.rejectsFile = rejects.path
    try session.execute("SELECT clear_import_stage(\(identity.batch))")
    return result
  }

  /// Reads a table: into the staging tables, unless it is known and says what it said when it was imported.
  private func read(_ source: Source, _ identity: Identity, copying copy: RedactedCopy?) throws -> (
    reading: TableReading, rejects: RejectList, stands: Bool
  ) {
    let layout = source.layout
    let reader = try FileReader(
      layout: layout, prices: try imports.prices(in: identity.channelCode), day: request.day,
      sheet: source.sheet, snapshot: try localTime(source.seconds), shops: source.shops)
    func rejectList(without mended: Set<Int> = []) -> RejectList {
      RejectList(
        path: request.isDryRun && request.rejectsPath == nil
          ? nil : RejectList.path(for: request, part: source.part, seconds: source.seconds),
        replaces: request.rejectsPath != nil, layout: layout, file: identity.file,
        mended: mended)
    }
    var (reading, rejects, stands) = (TableReading(reader), rejectList(), false)
    var hasRepeated = false
    if identity.isLive {
      var comparison = TableComparison()
      stands = try comparison.read(
        source.table, by: &reading, against: identity.file, in: session.connection,
        file: request.name,
        rejects: rejects, progress: progress)
    }
    if !stands {
      (reading, rejects) = (TableReading(reader), rejectList())
      var stage = TableStage(batch: identity.batch)
      try stage.read(
        source.table, by: &reading, into: session.connection, file: request.name, rejects: rejects,
        copying: copy, progress: progress)
      hasRepeated = stage.hasRepeated
    }
    var keys: [Int: String] = [:]
    if hasRepeated, !layout.profile.numbersLines {
      let rows = try session.execute(
        "SELECT row_no, key FROM rows_of_one_key(\(identity.batch))")
      for row in rows {
        let (number, key) = try row.decode((Int, String).self)
        keys[number] = key
      }
    }
    let mended = try mended(of: rejects, source, identity)
    if !mended.isEmpty {
      try rejects.discard()
      rejects = rejectList(without: mended)
      reading = TableReading(reader)
      try reading.read(source.table, file: request.name, rejects: rejects, copying: nil) {
        _, _, _ in
      }
    }
    try rejects.finish(source.table, reader, ofOneKey: keys)
    if !rejects.waiting.isEmpty {
      for stage in ["import_stage", "aftersale_stage"] {
        try session.execute(
          "DELETE FROM \(identifier: stage) WHERE batch = \(identity.batch) AND row_no = ANY (\(rejects.waiting))"
        )
      }
    }
    return (reading, rejects, stands)
  }

  /// The rows that were rejected when the table was first imported, and have been mended since: their list was imported
  /// and all of it was good, or a later import tells of their line.
  private func mended(
    of rejects: RejectList, _ source: Source, _ identity: Identity
  ) throws -> Set<Int> {
    guard identity.isKnown else { return [] }
    let list = RejectList.path(for: request, part: source.part, seconds: source.seconds)
    let name = list.split(separator: "/").last.map(String.init) ?? list
    let names =
      [name] + (2...9).map { name.replacing(".rejects.csv", with: ".\($0).rejects.csv") }
    let (orders, lines) = (rejects.places.map(\.order), rejects.places.map(\.line))
    let rows = try session.execute(
      """
      SELECT r.row_no FROM import_reject r
      WHERE r.file_id = \(identity.file) AND r.row_no IN (
        SELECT w.row_no
        FROM (
          SELECT unnest(\(rejects.places.map(\.row))::bigint[]) AS row_no, unnest(\(orders)::text[]) AS order_no,
            unnest(\(lines)::text[]) AS line_no
        ) w
        JOIN claim c ON c.order_no = w.order_no AND c.line_no = w.line_no AND c.platform = \(identity.platform)
        JOIN claim_snapshot s ON s.claim_id = c.claim_id
        JOIN import_file f ON f.file_id = s.file_id
        WHERE f.file_id > \(identity.file) AND f.state = 'live'
          AND coalesce(f.snapshot_at >= to_timestamp(\(source.seconds)::bigint), true)
        UNION ALL
        SELECT o.row_no FROM import_reject o
        WHERE o.file_id = \(identity.file) AND (
          SELECT coalesce(sum(f.rows - f.rejected), 0) FROM import_file f
          WHERE f.file_id > \(identity.file) AND f.state = 'live' AND f.channel_id = \(identity.channel)
            AND substring(f.name from '[^/]*$') = ANY (\(names)::text[])
        ) >= (SELECT count(*) FROM import_reject a WHERE a.file_id = \(identity.file))
      )
      """)
    return Set(try rows.map { try $0.decode(Int.self) })
  }

  /// Seconds since 1970 as `YYYY-MM-DD HH:MM:SS` of the programme's clock.
  private func localTime(_ seconds: Int?) throws -> String? {
    guard let seconds else { return nil }
    return try session.execute(
      """
      SELECT to_char(to_timestamp(\(seconds)::bigint) AT TIME ZONE g.timezone, 'YYYY-MM-DD HH24:MI:SS')
      FROM programme g
      """
    ).single().decode(String.self)
  }

  /// How many staged rows are equal to another of the same line, and count once.
  private func repeated(_ identity: Identity) throws -> Int {
    try session.execute(
      "SELECT count(*) FROM import_loser WHERE batch = \(identity.batch) AND NOT conflict"
    ).single().decode(Int.self)
  }

  /// Keeps other imports of the same platforms waiting; in an order of their own, so that no two wait for each other.
  private func holdOff(_ sources: [Source]) throws {
    for platform in Set(sources.map(\.layout.profile.platform)).sorted() {
      try session.execute("SELECT lock_platform(\(platform))")
    }
  }

  /// Finds the channel, and whether the table is known.
  private func identify(_ source: Source) throws -> Identity {
    let profile = source.layout.profile
    let shop = try imports.channel(
      source.shops?.channel ?? request.channel, for: profile, path: request.path)
    let (channel, code) = (shop.id, shop.code)
    // A sheet has no numbers of a platform: its lines are known among those of its sort, within its channel.
    let platform =
      profile.isSheet
      ? [profile.platform, code, profile.name].joined(separator: "/") : profile.platform
    let known = try session.execute(
      """
      SELECT f.file_id, f.platform = \(platform), h.code, f.state = 'live' AND f.channel_id = \(channel)
      FROM import_file f JOIN channel h ON h.channel_id = f.channel_id
      WHERE f.sha256 = \(source.file.sha256) AND f.part = \(source.part) AND f.profile = \(profile.name)
        AND f.reading = \(source.reading(day: request.day))
        AND f.snapshot_at IS NOT DISTINCT FROM to_timestamp(\(source.seconds)::bigint)
      """)
    let found = try known.first?.decode((Int64, Bool, String, Bool).self)
    if let found, !found.1 {
      throw Problem("file_elsewhere", ["file": request.name, "channel": found.2])
    }
    let undone = try retire(source, platform, channel, but: found?.0)
    let number =
      try found?.0
      ?? session.execute("SELECT nextval('import_number')").single().decode(Int64.self)
    let batch = try session.execute("SELECT nextval('posting_number')").single()
      .decode(Int64.self)
    return Identity(
      batch: batch, file: number, isKnown: found != nil, isLive: found?.3 ?? false,
      channel: channel, channelCode: code,
      platform: platform, undone: undone)
  }

  /// Undoes what the same table said by another reading: a profile that was mended, or another day.
  ///
  /// A sheet has no keys but what is read of it: of it any other reading is undone, by whatever profile.
  /// Answers what that posts, in yuan.
  private func retire(
    _ source: Source, _ platform: String, _ channel: Int64, but known: Int64?
  ) throws -> (gross: Money, refunds: Money) {
    let profile = source.layout.profile
    let row = try session.execute(
      """
      SELECT coalesce(sum(u.posted_gross), 0)::numeric(16,2), coalesce(sum(u.posted_refunds), 0)::numeric(16,2)
      FROM (
        SELECT f.file_id FROM import_file f
        WHERE f.sha256 = \(source.file.sha256) AND f.part = \(source.part) AND f.state = 'live'
          AND f.file_id IS DISTINCT FROM \(known) AND CASE WHEN \(profile.isSheet) THEN f.channel_id = \(channel)
            ELSE f.platform = \(platform) AND f.profile = \(profile.name)
              AND f.snapshot_at IS NOT DISTINCT FROM to_timestamp(\(source.seconds)::bigint) END
        ORDER BY f.file_id OFFSET 0
      ) f
      CROSS JOIN LATERAL import_undo(f.file_id, \(session.operatorName), 'import again') u
      """
    ).single()
    return try row.decode((Money, Money).self)
  }

  /// When the platform wrote a table: what the user says, else the name of the innermost file that tells.
  private func snapshotSeconds(_ table: Table) throws -> Int? {
    let told = table.path.split(separator: "/").reversed().lazy
      .compactMap { SnapshotTime.seconds(inName: String($0)) }.first
    let (seconds, latest) = try session.execute(
      """
      SELECT coalesce(extract(epoch FROM \(request.asOf?.description)::timestamptz)::bigint, \(told)::bigint),
        extract(epoch FROM now())::bigint + 31536000
      """
    ).single().decode((Int?, Int).self)
    // A clock may be wrong by much, but a file of the years to come would outrank every true one.
    if let seconds, seconds > latest {
      throw Problem("snapshot_in_future", ["file": request.name])
    }
    return seconds
  }

  /// How many order lines that the import touched are said to have been refunded on a day before their sale.
  private func early(_ identity: Identity) throws -> Int {
    try session.execute(
      """
      SELECT count(DISTINCT e.claim_id)
      FROM (
        SELECT a.claim_id, a.back_at AS at, s.paid_at
        FROM aftersale a
        JOIN claim c ON c.claim_id = a.claim_id
        JOIN claim_snapshot s ON s.snapshot_id = c.status_id
        WHERE a.state = 'back'
          AND a.claim_id = ANY (ARRAY(SELECT t.claim_id FROM import_affected t WHERE t.batch = \(identity.batch)))
        UNION ALL
        SELECT k.claim_id, k.effective_at, k.paid_at
        FROM claim_snapshot k
        WHERE k.snapshot_id BETWEEN first_in(\(identity.file)) AND last_in(\(identity.file))
          AND k.refund IN ('full', 'part')
      ) e
      CROSS JOIN programme g
      WHERE business_day(e.at, g.timezone, g.day_start) < business_day(e.paid_at, g.timezone, g.day_start)
      """
    ).single().decode(Int.self)
  }

  /// How many lines of a sheet are told by another file as well, whose sheet has another name, or none.
  private func alike(_ source: Source, _ identity: Identity) throws -> Int {
    let agreements = "%" + Claim.agreementMark
    return try session.execute(
      """
      SELECT count(*)
      FROM (
        SELECT c.platform, c.line_no, c.order_no,
          left(c.order_no, length(c.order_no) - length(\(source.sheet)) - sign(length(\(source.sheet)))::integer) AS base
        FROM claim c
        WHERE c.claim_id BETWEEN first_in(\(identity.file)) AND last_in(\(identity.file)) AND c.order_no NOT LIKE \(agreements)
      ) c
      WHERE EXISTS (
        SELECT FROM claim o
        JOIN import_file f ON f.file_id = o.claim_id >> 24 AND f.state = 'live' AND f.sha256 <> \(source.file.sha256)
        WHERE o.order_no >= c.base AND o.order_no < c.base || '!' AND o.order_no <> c.order_no
          AND o.order_no NOT LIKE \(agreements) AND o.line_no = c.line_no AND o.platform = c.platform AND o.value_id IS NOT NULL)
      """
    ).single().decode(Int.self)
  }

  /// Refuses a time that the user says and the rows contradict: a file cannot tell of what comes after it.
  private func refuseEarly(_ seconds: Int?, newest: String) throws {
    guard request.asOf != nil, let seconds, !newest.isEmpty else { return }
    let isEarly = try session.execute(
      """
      SELECT to_timestamp(\(seconds)) < \(newest)::timestamp AT TIME ZONE g.timezone FROM programme g
      """
    ).single().decode(Bool.self)
    if isEarly { throw Problem("snapshot_too_early", ["file": request.name, "newest": newest]) }
  }

  /// Opens the months in a session of its own, so that no till waits for this transaction.
  private func open(_ months: Set<String>, seconds: Int?) throws {
    var days = months.map { $0 + "-01" }
    if let seconds {
      let month = try session.execute(
        """
        SELECT date_trunc('month', business_day(to_timestamp(\(seconds)::bigint), timezone, day_start))::date
        FROM programme
        """)
      days += month.compactMap { $0.text(0) }
    }
    let missing = try session.execute(
      """
      SELECT day FROM unnest(\(days)::date[]) AS d(day)
      WHERE NOT EXISTS (SELECT FROM book_month b WHERE b.month = d.day) GROUP BY day ORDER BY day
      """)
    guard !missing.isEmpty else { return }
    let months = Months(session: try session.second())
    for month in missing { try months.open(month.text(0) ?? "") }
  }

  private func keep(
    _ chunks: [RedactedCopy.Chunk], _ rejects: RejectList, _ identity: Identity
  ) throws {
    for (index, chunk) in chunks.enumerated() {
      try session.execute(
        """
        INSERT INTO import_chunk (file_id, chunk_no, first_row, rows, content)
        VALUES (\(identity.file), \(index + 1), \(chunk.firstRow), \(chunk.rows), \(chunk.content))
        """)
    }
    try session.connection.copyIn(
      into: "COPY import_reject (file_id, row_no, line, column_name, reason) FROM STDIN"
    ) { writer in
      try writer.write(rejects.bytes)
    }
  }
}
