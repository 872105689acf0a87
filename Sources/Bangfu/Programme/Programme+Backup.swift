internal import Domain
internal import Postgres

/// Backups: a programme's schema in a file, in pg_dump's custom format.
extension Programme {
  /// Writes a programme's schema into a file, whatever program made or upgraded it last.
  ///
  /// - Throws: `Problem` `schema_missing`; `ClusterError.fileExists` unless `replacing`, `.clientOlder`,
  ///   `.programFailed`; `PostgresError`.
  public static func backUp(
    at place: Place, named name: String, to file: String, replacing: Bool
  ) throws {
    let connection: Connection
    do {
      connection = try place.connect()
    } catch let error as PostgresError where error.sqlState == "3D000" && place.isPrivate {
      throw Problem("schema_missing", ["programme": name, "place": place.words])
    }
    guard try Schema.number(connection, name: name) != nil else {
      throw Problem("schema_missing", ["programme": name, "place": place.words])
    }
    try Dump.create(
      file, of: place.conninfo, schema: name, serverVersion: connection.serverVersion,
      replacing: replacing)
  }

  /// Restores a backup into a database that has no such programme, brings it up to this program's version, and opens it.
  ///
  /// Nothing stays of one that cannot be used.
  ///
  /// - Throws: `Problem` `restore_not_empty`, `backup_other_programme` or `backup_newer`; `ClusterError`; `PostgresError`.
  public static func restore(
    _ file: String, at place: Place, named name: String, operatorName: String
  ) throws -> Programme {
    try inspect(file, named: name)
    let connection = try place.connect(creating: true)
    let programme = try Programme(connection, at: place, named: name, operatorName: operatorName)
    let schema = try connection.execute("SELECT FROM pg_namespace WHERE nspname = \(name)")
    guard schema.isEmpty else { throw Problem("restore_not_empty", ["programme": name]) }
    try Dump.restore(file, into: place.conninfo)
    do {
      try programme.adopt()
    } catch {
      _ = try? connection.execute("DROP SCHEMA \(identifier: name) CASCADE")
      throw error
    }
    return programme
  }

  /// Refuses a file that is no backup of this programme, or of a newer program; nothing of it is run.
  private static func inspect(_ file: String, named name: String) throws {
    let contents = try Dump.contents(of: file, table: "schema_migration", schema: name)
    guard contents.schemas.contains(name) else {
      throw Problem("backup_other_programme", ["programme": name, "file": file])
    }
    let newest = contents.rows.compactMap { Int($0.prefix { $0 != "\t" }) }.max() ?? 0
    if newest > Schema.version {
      throw Problem(
        "backup_newer",
        ["file": file, "found": String(newest), "known": String(Schema.version)])
    }
  }

  /// Brings a schema that was restored up to this program's version, and enters it.
  private func adopt() throws {
    try connection.execute(
      "SELECT set_config('search_path', \(Schema.searchPath(connection, name)), false)")
    _ = try Schema.apply(connection, name: name, at: place)
    try Schema.enter(connection, name: name, at: place)
  }

  /// What a backup holds, beside what there is now.
  public struct Verification: Sendable {
    /// The invariants, run on the backup.
    public let checks: [CheckResult]
    /// A table, how many rows of it the backup has, and how many of the same age there are now; nil where there is no
    /// such programme to compare with.
    public let counts: [(table: String, backup: Int, now: Int?)]
    /// Whether the backup holds together, and nothing that it has is missing now.
    public var isSound: Bool {
      checks.allSatisfy { $0.violations == 0 }
        && counts.allSatisfy { $0.now ?? $0.backup >= $0.backup }
    }
  }

  /// The facts that are counted, and the key by which they are told to be of a backup's age.
  private static let counted = [
    ("posting", "posting_id"), ("document", "posting_id"), ("stock_move", "posting_id"),
    ("agreement", "posting_id"), ("import_file", "file_id"), ("claim_snapshot", "file_id"),
    ("aftersale_snapshot", "file_id"), ("import_reject", "file_id"), ("product", "product_id"),
  ]

  /// Restores a backup into a scratch database of the same server, checks it, and compares what it holds with what is there.
  ///
  /// - Throws: as `restore` does; `42501` where the login may not create databases.
  public static func verify(
    _ file: String, at place: Place, named name: String, operatorName: String
  ) throws -> Verification {
    try inspect(file, named: name)
    let server = try place.connect(creating: true)
    for left in try server.execute(
      """
      SELECT d.datname FROM pg_database d
      WHERE CASE WHEN d.datname ~ '^bangfu_verify_[0-9]{1,12}_'
          THEN now() - to_timestamp(split_part(d.datname, '_', 3)::bigint) > '1 day' END
        AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)
      """)
    {
      try server.execute("DROP DATABASE IF EXISTS \(identifier: left.text(0) ?? "")")
    }
    let now = try server.execute("SELECT extract(epoch FROM now())::bigint").single()
    let scratch = "bangfu_verify_\(now.text(0) ?? "0")_\(UInt32.random(in: .min ... .max))"
    try server.execute("CREATE DATABASE \(identifier: scratch) TEMPLATE template0")
    defer {
      _ = try? server.execute("DROP DATABASE IF EXISTS \(identifier: scratch) WITH (FORCE)")
    }
    let conninfo = Dump.conninfo(place.conninfo, database: scratch)
    try Dump.restore(file, into: conninfo)
    let copy = try Programme(
      Connection(conninfo), at: .server(conninfo), named: name, operatorName: operatorName)
    try copy.adopt()
    let live = try? Programme(at: place, named: name, operatorName: operatorName)
    return Verification(
      checks: try copy.check(),
      counts: try counted.map { table, key in
        let row = try copy.connection.execute(
          "SELECT count(*), coalesce(max(\(identifier: key)), 0) FROM \(identifier: table)"
        ).single().decode((Int, Int64).self)
        let now = try live?.connection.execute(
          "SELECT count(*) FROM \(identifier: table) WHERE \(identifier: key) <= \(row.1)"
        ).single().decode(Int.self)
        return (table, row.0, now)
      })
  }
}
