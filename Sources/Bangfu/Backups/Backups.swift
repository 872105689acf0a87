internal import Domain
internal import Postgres

/// Backups of a programme: its schema in a file, in pg_dump's custom format.
public struct Backups {
  private let database: Database
  private let name: String

  /// How many backups made before upgrades are kept of a programme.
  public static let kept = 3

  /// The backups of the programme of a name, which need not be there yet.
  public init(at database: Database, named name: String) {
    self.database = database
    self.name = name
  }

  /// Writes the programme into a file, whatever program made or upgraded it last.
  ///
  /// - Throws: `Problem` `schema_missing`; `backup_exists` unless `replacing`; `client_older`, `server_program_failed`, …
  public func create(_ file: String, replacing: Bool) throws {
    try translating {
      let connection: Connection
      do {
        connection = try database.connect()
      } catch let error as PostgresError where error.sqlState == "3D000" && database.isPrivate {
        throw Problem("schema_missing", ["programme": name, "place": database.words])
      }
      guard try Schema.number(connection, name: name) != nil else {
        throw Problem("schema_missing", ["programme": name, "place": database.words])
      }
      try Dump.create(
        file, of: database.conninfo, schema: name, serverVersion: connection.serverVersion,
        replacing: replacing)
    }
  }

  /// Backs up a schema that is older than this program's; returns the file, or nil where none is needed.
  func createBeforeUpgrade(by session: Session, into folder: String) throws -> String? {
    guard let found = try Schema.number(session.connection, name: name), found > 0,
      found < Schema.version
    else { return nil }
    let moment = try session.execute("SELECT to_char(now(), 'YYYYMMDD\"T\"HH24MISS')").single()
    let prefix = "\(name)-before-\(Schema.version)-of-\(found)-"
    let file = "\(folder)/\(prefix)\(moment.text(0) ?? "").dump"
    try BackupFolder.make(folder)
    try create(file, replacing: false)
    BackupFolder.keep(Backups.kept, in: folder, named: name + "-before-")
    return file
  }

  /// Restores a backup into a database that has no such programme, brings it up to this program's version, and opens it.
  ///
  /// Nothing stays of one that cannot be used.
  ///
  /// - Throws: `Problem` `restore_not_empty`, `backup_other_programme` or `backup_newer`, `backup_not_one`, …
  public func restore(_ file: String, operatorName: String) throws -> Programme {
    try translating {
      try inspect(file)
      let connection = try database.connect(creating: true)
      let session = try Session(connection, at: database, named: name, operatorName: operatorName)
      if try session.finds("SELECT FROM pg_namespace WHERE nspname = \(name)") {
        throw Problem("restore_not_empty", ["programme": name])
      }
      try Dump.restore(file, into: database.conninfo)
      do {
        try adopt(session)
        if session.database.isPrivate, try session.finds("SELECT FROM person") {
          try session.database.privateServer.demandPasswords()
        }
      } catch {
        _ = try? session.execute("DROP SCHEMA \(identifier: name) CASCADE")
        throw error
      }
      return Programme(session)
    }
  }

  /// Refuses a file that is no backup of this programme, or of a newer program; nothing of it is run.
  private func inspect(_ file: String) throws {
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
  ///
  /// A copy that is only looked at gives nobody any rights.
  private func adopt(_ session: Session, isCopy: Bool = false) throws {
    let connection = session.connection
    try session.execute(
      "SELECT set_config('search_path', \(Schema.searchPath(connection, name)), false)")
    _ = try Schema.apply(connection, name: name, at: session.database, isCopy: isCopy)
    try Schema.enter(connection, name: name, at: session.database)
  }

  /// How many rows of a table there are.
  public struct Count: Sendable {
    /// The table.
    public let table: String
    /// The rows that the backup has.
    public let backup: Int
    /// The rows of the same age that there are now; nil where there is no such programme to compare with.
    public let now: Int?
  }

  /// What a backup holds, beside what there is now.
  public struct Verification: Sendable {
    /// The invariants, run on the backup.
    public let checks: [CheckResult]
    /// How many rows the tables of facts have.
    public let counts: [Count]
    /// Whether the backup holds together, and nothing that it has is missing now.
    public var isSound: Bool {
      checks.allSatisfy { $0.violations == 0 }
        && counts.allSatisfy { $0.now ?? $0.backup >= $0.backup }
    }
  }

  /// The facts that are counted, and the key that shows which are of a backup's age.
  private static let counted = [
    ("posting", "posting_id"), ("document", "posting_id"), ("stock_move", "posting_id"),
    ("agreement", "posting_id"), ("import_file", "file_id"), ("claim_snapshot", "file_id"),
    ("aftersale_snapshot", "file_id"), ("settlement_snapshot", "file_id"),
    ("import_reject", "file_id"), ("product", "product_id"),
  ]

  /// Restores a backup into a scratch database of the same server, checks it, and compares what it holds with what is there.
  ///
  /// - Throws: as `restore` does; `42501` where the login may not create databases.
  public func verify(_ file: String, operatorName: String) throws -> Verification {
    try translating {
      try inspect(file)
      let server = try database.connect(creating: true)
      try dropScratches(on: server)
      let now = try server.execute("SELECT extract(epoch FROM now())::bigint").single()
      let scratch = "bangfu_verify_\(now.text(0) ?? "0")_\(UInt32.random(in: .min ... .max))"
      try server.execute("CREATE DATABASE \(identifier: scratch) TEMPLATE template0")
      defer {
        _ = try? server.execute("DROP DATABASE IF EXISTS \(identifier: scratch) WITH (FORCE)")
      }
      let conninfo = Dump.conninfo(database.conninfo, database: scratch)
      try Dump.restore(file, into: conninfo)
      let copy = try Session(
        Connection(conninfo), at: .server(conninfo), named: name, operatorName: operatorName)
      try adopt(copy, isCopy: true)
      let live = try? Session(at: database, named: name, operatorName: operatorName)
      return Verification(
        checks: try Checks(session: copy).run(isCopy: true),
        counts: try Backups.counted.map { try count($0, by: $1, in: copy, beside: live) })
    }
  }

  /// Drops the scratch databases that verifications of days ago have left behind.
  private func dropScratches(on server: Connection) throws {
    let left = try server.execute(
      """
      SELECT d.datname FROM pg_database d
      WHERE CASE WHEN d.datname ~ '^bangfu_verify_[0-9]{1,12}_'
          THEN now() - to_timestamp(split_part(d.datname, '_', 3)::bigint) > '1 day' END
        AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)
      """)
    for scratch in left {
      try server.execute("DROP DATABASE IF EXISTS \(identifier: scratch.text(0) ?? "")")
    }
  }

  private func count(
    _ table: String, by key: String, in copy: Session, beside live: Session?
  ) throws -> Count {
    let (rows, newest) = try copy.execute(
      "SELECT count(*), coalesce(max(\(identifier: key)), 0) FROM \(identifier: table)"
    ).single().decode((Int, Int64).self)
    let now = try live?.execute(
      "SELECT count(*) FROM \(identifier: table) WHERE \(identifier: key) <= \(newest)"
    ).single().decode(Int.self)
    return Count(table: table, backup: rows, now: now)
  }
}
