internal import Channels
internal import Domain
internal import Postgres
internal import Tabular

/// What was read of a table.
struct SourceReading {
  var reading: TableReading
  var rejects: RejectList
  /// Whether it says what it said when it was imported, so that nothing of it is staged.
  var stands = false
}

/// Reads a table into claims, cases and rejected rows.
struct SourceReader {
  let session: Session
  let request: ImportRequest
  let source: ImportSource
  let identity: ImportIdentity
  let progress: (Int) -> Void
  private let reader: FileReader

  init(
    session: Session, request: ImportRequest, source: ImportSource, identity: ImportIdentity,
    progress: @escaping (Int) -> Void
  ) throws {
    self.session = session
    self.request = request
    self.source = source
    self.identity = identity
    self.progress = progress
    reader = try FileReader(
      layout: source.layout,
      prices: try Imports(session: session).prices(in: identity.channel.code), day: request.day,
      sheet: source.sheet, snapshot: try Self.clockTime(source.seconds, in: session),
      shops: source.shops, splitting: identity.isSplit ? identity.period : nil)
  }

  /// Seconds since 1970 as `YYYY-MM-DD HH:MM:SS` of the programme's clock.
  private static func clockTime(_ seconds: Int?, in session: Session) throws -> String? {
    guard let seconds else { return nil }
    return try session.execute(
      """
      SELECT to_char(to_timestamp(\(seconds)::bigint) AT TIME ZONE g.timezone, 'YYYY-MM-DD HH24:MI:SS')
      FROM programme g
      """
    ).single().decode(String.self)
  }

  /// Reads the table into the staging tables, unless it is known and says what it said when it was imported.
  ///
  /// - Throws: `Problem` `ids_rounded`, `file_amounts_too_large`; why the rejected rows cannot be written.
  func read(copying copy: RedactedCopy?) throws -> SourceReading {
    var found = anew()
    var keys: [Int: String] = [:]
    if identity.isLive { found.stands = try compare(&found) }
    if !found.stands {
      found = anew()
      keys = try stage(&found, copying: copy)
    }
    let mended = try MendedRows(
      session: session, request: request, source: source, identity: identity
    ).find(among: found.rejects)
    if !mended.isEmpty { try leaveOut(mended, of: &found) }
    try found.rejects.finish(source.table, reader, ofOneKey: keys)
    try unstage(found.rejects.waiting)
    return found
  }

  private func anew(without mended: Set<Int> = []) -> SourceReading {
    let file = RejectFile(
      path: request.isDryRun && request.rejectsPath == nil
        ? nil : RejectFile.path(for: request, part: source.part, seconds: source.seconds),
      replaces: request.rejectsPath != nil)
    return SourceReading(
      reading: TableReading(reader),
      rejects: RejectList(
        writing: file, layout: source.layout, batch: identity.batch, mended: mended))
  }

  private func compare(_ found: inout SourceReading) throws -> Bool {
    var comparison = TableComparison()
    return try comparison.read(
      source.table, by: &found.reading, against: identity.file, in: session.connection,
      file: request.name, rejects: found.rejects, progress: progress)
  }

  /// Stages the rows; returns those that have the key of another one and report something else, and that key.
  private func stage(
    _ found: inout SourceReading, copying copy: RedactedCopy?
  ) throws -> [Int: String] {
    var stage = TableStage(batch: identity.batch)
    try stage.read(
      source.table, by: &found.reading, into: session.connection, file: request.name,
      rejects: found.rejects, copying: copy, progress: progress)
    var keys: [Int: String] = [:]
    guard stage.hasRepeated, !source.layout.profile.numbersLines else { return keys }
    for row in try session.execute("SELECT row_no, key FROM rows_of_one_key(\(identity.batch))") {
      let (number, key) = try row.decode((Int, String).self)
      keys[number] = key
    }
    return keys
  }

  /// Reads the table once more, so that the list of its rejected rows has no row that was mended since.
  private func leaveOut(_ mended: Set<Int>, of found: inout SourceReading) throws {
    found.rejects.discard()
    let stands = found.stands
    found = anew(without: mended)
    found.stands = stands
    try found.reading.read(
      source.table, file: request.name, rejects: found.rejects, copying: nil
    ) { _, _, _ in }
  }

  /// Takes the rows that wait for a rejected one out of the staging tables.
  private func unstage(_ waiting: [Int]) throws {
    guard !waiting.isEmpty else { return }
    try session.execute("SELECT unstage_rows(\(identity.batch), \(waiting)::integer[])")
  }
}
