internal import Channels
public import Domain
internal import Postgres
internal import System
internal import Tabular

extension Programme {
  /// Imports a channel file: text, a workbook, a web page, or an archive of these, told by content.
  ///
  /// Answers an import for each table that has a known format, at least one. The same file again changes nothing; files in any order, overlapping, split or repeated, give
  /// the same result. `progress` is told how many rows were read.
  ///
  /// - Throws: `TabularError` where it holds no table; `Problem` where it is no file of a known format
  ///   (`file_not_recognised`, `column_missing`, …) or of another channel's platform;
  ///   `PostgresError` `claim_elsewhere` where its orders are known under another channel.
  public func importFile(
    _ request: ImportRequest, progress: @escaping (Int) -> Void = { _ in }
  ) throws -> [ImportResult] {
    try Importer(programme: self, request: request, progress: progress).run()
  }

  /// The profile of a name, or all: those that are shipped, and the user's own.
  ///
  /// One of the user's own that is wrong is none of them.
  ///
  /// - Throws: `Problem` `profile_unknown`, or what is wrong with the one of that name.
  func profiles(named name: String?) throws(Problem) -> [Profile] {
    try ProfileLibrary(own: ownProfiles, unread: unreadProfiles).choose(name)
  }

  /// Finds the channel of a file: the one that is asked for, else the only one of its platform, else the one
  /// whose code a folder of its path has.
  ///
  /// - Throws: `Problem` `channel_unknown`, `channel_of_other_platform`, `channel_needed`.
  func importChannel(
    _ code: String?, for profile: Profile, path: String
  ) throws -> (id: Int64, code: String) {
    let channels = try connection.execute(
      "SELECT channel_id, code, coalesce(platform, ''), active FROM channel ORDER BY channel_id"
    ).map { try $0.decode((Int64, String, String, Bool).self) }
    if let code {
      guard let channel = channels.first(where: { $0.1 == code }) else {
        throw Problem("channel_unknown", ["code": code])
      }
      guard channel.3 else { throw Problem("channel_inactive", ["code": code]) }
      guard channel.2 == profile.platform else {
        throw Problem(
          "channel_of_other_platform",
          ["channel": code, "profile": profile.name, "platform": profile.platform])
      }
      return (channel.0, code)
    }
    let ofPlatform = channels.filter { $0.2 == profile.platform && $0.3 }
    let folders = Set(path.split(separator: "/").dropLast().map(String.init))
    let named = ofPlatform.filter { folders.contains($0.1) }
    let found = named.isEmpty ? ofPlatform : named
    guard found.count == 1 else {
      throw Problem(
        "channel_needed",
        [
          "platform": profile.platform, "profile": profile.name,
          "channels": ofPlatform.map(\.1).joined(separator: ", "),
        ])
    }
    return (found[0].0, found[0].1)
  }

  /// The catalogue price of one piece, by listing code, in a channel.
  func listingPrices(_ channel: String) throws -> [String: Money] {
    var prices: [String: Money] = [:]
    let rows = try connection.execute(
      """
      SELECT p.sku, p.price FROM product p
      UNION ALL
      SELECT l.code, sum(round(p.price * q.quantity, 2))
      FROM listing l
      JOIN channel c ON c.channel_id = l.channel_id AND c.code = \(channel)
      JOIN listing_part q ON q.listing_id = l.listing_id
      JOIN product p ON p.product_id = q.product_id
      GROUP BY l.code
      """)
    for row in rows { prices[row.text(0) ?? ""] = try row.money(1) }
    return prices
  }

  /// How many rows of an import are pending by now.
  public func pendingRows(of number: Int64) throws -> Int {
    try connection.execute("SELECT pending_rows(\(number))").single().decode(Int.self)
  }

  /// Lists the imports, newest first.
  public func imports() throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT f.file_id AS import, concat_ws('/', f.name, nullif(f.part, '')) AS file, c.code AS channel, f.profile,
          coalesce(to_char(f.snapshot_at, 'YYYY-MM-DD HH24:MI:SS'), '') AS snapshot,
          to_char(f.imported_at, 'YYYY-MM-DD HH24:MI:SS') AS imported_at, f.state,
          f.rows, f.new, f.same, f.changed, f.rejected, f.sha256
        FROM import_file f JOIN channel c ON c.channel_id = f.channel_id
        ORDER BY f.file_id DESC
        """))
  }

  /// Lists the rejected rows of an import.
  ///
  /// - Throws: `Problem` `import_unknown`.
  public func rejects(of number: Int64) throws -> Listed {
    let found = try connection.execute("SELECT FROM import_file WHERE file_id = \(number)")
    if found.isEmpty { throw Problem("import_unknown", ["import": String(number)]) }
    return Listed(
      try connection.execute(
        """
        SELECT row_no AS row, line, column_name AS column, reason
        FROM import_reject WHERE file_id = \(number) ORDER BY row_no
        """))
  }

  /// Writes the rejected rows of an import, from its redacted copy, as a file that can be mended: what the copy does not
  /// keep, the refused cells among it, is blank.
  ///
  /// - Throws: `Problem` `import_unknown`; `TabularError`.
  public func writeRejects(of number: Int64, to path: String) throws -> Int {
    let wanted = Set(try rejects(of: number).rows.compactMap { Int($0[0]) })
    let copy = try redactedCopy(of: number)
    defer { withExtendedLifetime(copy) {} }
    let file = try TextFile.open(copy.path)
    let layout = try layout(of: number, in: file)
    let reader = try FileReader(layout: layout, prices: [:], day: "2010-01-01")
    var keys = Set<String>()
    func eachRow(_ body: (borrowing Tabular.Row, FileReader) throws -> Void) throws {
      var reader = reader
      try file.forEachRow { row in
        guard row.number > layout.headerRow else { return }
        _ = try? reader.read(row)
        try body(row, reader)
      }
    }
    if layout.profile.numbersLines {
      try eachRow { row, reader in
        if wanted.contains(row.number), let key = reader.lineKey(row) { keys.insert(key) }
      }
    }
    let writer = try NewFile(path, mode: 0o600, isReplacing: true)
    try writer.write("\u{FEFF}" + RejectList.heading(of: layout))
    try eachRow { row, reader in
      guard wanted.contains(row.number) || reader.lineKey(row).map(keys.contains) ?? false else {
        return
      }
      try writer.write(RejectList.line(row, reader.standingAlone(row), layout))
    }
    try writer.keep()
    return wanted.count
  }

  /// Undoes an import: as if its file had never been imported.
  ///
  /// - Throws: `PostgresError` `BF001`: `import_unknown`, `import_undone`, `import_month_closed`.
  public func undoImport(_ number: Int64) throws -> (gross: Money, refunds: Money) {
    let row = try connection.transaction {
      try connection.execute(
        """
        SELECT posted_gross, posted_refunds
        FROM import_undo(\(number), \(operatorName), 'import undo')
        """
      ).single()
    }
    return (try row.money(0), try row.money(1))
  }
}
