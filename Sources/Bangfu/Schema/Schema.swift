internal import Domain
internal import Postgres
internal import System

/// The programme's schema: made, upgraded, and distinguished from older and newer ones.
enum Schema {
  /// The newest migration this program knows.
  static let version = Script.in("migrations").map(\.number).max() ?? 0
  /// The checksums of other texts that migrations had in a release; 0010 and 0031 even out what they say.
  private static let otherTexts = [
    8: "672d546e9ed0409300fc9c5478307b7724907a4f78d28b3975d07f34b4e7629f",
    9: "efe8d64ac8043ef25b92e22080ad5fecb7ccc9cf878f382125fbe0620cd45ce8",
    27: "e0fe63f1a29a3f6d08f4e5d1b76d1cc8299832fe88e75263e818cd9130fbc474",
    28: "4eda2bf1b19a18b959109d51d69b4175c02f880695c1a0cf77adbe3b0664baa1",
    29: "797eaa79bae34a4016f9273815a6745c6a74c3ea6b6cfa8440206c2e964e05a6",
  ]
  /// The digest of the functions, views and checks this program carries, which distinguishes one
  /// release from another, and does not keep every command waiting for a library of ciphers.
  static let digest: String = {
    var fingerprint = Fingerprint()
    for script in Script.applied + Script.in("checks") { fingerprint.add(script.text) }
    return fingerprint.digits
  }()

  /// Enters a schema, and refuses one that is missing, older or newer than this program's, or has other functions.
  ///
  /// Settings are statements of their own, sent at once: inside a query on tables they may be run by another node. Plans
  /// are never compiled (`jit`): that costs more than these statements take. Each transaction sets the path for itself.
  ///
  /// - Throws: `Problem` `schema_missing`, `schema_older`, `schema_newer`, `schema_differs`, `person_unknown`,
  ///   `pooler_not_by_session`, or `PostgresError`.
  static func enter(
    _ connection: Connection, name: String, at database: Database, as login: Login = Login()
  ) throws {
    var path = searchPath(connection, name)
    let state: Rows
    do {
      do {
        state = try connection.run(script: entering(path))
      } catch  where error.sqlState == "42501" {
        // A person reads tables through the views of a schema of its own; nobody else waits for a second question.
        path = readPath(connection, name)
        state = try connection.run(script: entering(path))
      }
    } catch {
      guard ["3F000", "42P01", "42501"].contains(error.sqlState) else { throw error }
      try refuseStranger(connection, name)
      if error.sqlState == "42501" { throw error }
      throw Problem("schema_missing", ["programme": name, "place": database.words])
    }
    connection.beginning = "SET LOCAL search_path = \(path)"
    let (number, found, process) = try state.single().decode((Int, String?, Int).self)
    try refusePooler(connection, process: process, at: database, as: login)
    let facts = [
      "programme": name, "found": String(number), "known": String(version),
    ]
    if number > version { throw Problem("schema_newer", facts) }
    if number < version { throw Problem("schema_older", facts) }
    if found != digest { throw Problem("schema_differs", facts) }
  }

  /// What a session sends before anything else: its settings, and what is asked of the schema.
  private static func entering(_ path: String) -> String {
    """
    SET search_path = \(path); SET TimeZone = '\(ProgrammeClock.zone)'; SET jit = off;
    SELECT coalesce(max(m.number), 0), (SELECT s.digest FROM schema_state s), pg_backend_pid()
    FROM schema_migration m
    """
  }

  /// Refuses a login that has no rights in a programme that is there.
  private static func refuseStranger(_ connection: Connection, _ name: String) throws {
    let found = try connection.execute(
      """
      SELECT session_user::text FROM pg_namespace
      WHERE nspname = \(name) AND NOT has_schema_privilege(oid, 'USAGE')
      """)
    guard let login = found.first?.text(0) else { return }
    throw Problem("person_unknown", ["login": login])
  }

  /// Refuses a pooler that gives every transaction another session of the server: what a session has set, its path
  /// above all, would hold for somebody else's statements.
  ///
  /// A pooler shows by a process number of its own. One that keeps a session for each client gives the same number
  /// twice here, and another one to a second client.
  private static func refusePooler(
    _ connection: Connection, process: Int, at database: Database, as login: Login = Login()
  ) throws {
    guard case .server = database, connection.greetedProcess != process else { return }
    func ask(_ connection: Connection) throws -> Int {
      try connection.execute("SELECT pg_backend_pid()").single().decode(Int.self)
    }
    let other = try ask(database.connect(as: login))
    guard try ask(connection) == process, other != process else {
      throw Problem("pooler_not_by_session")
    }
  }

  /// The checksums of the migrations that ran, by number.
  private static func checksums(_ connection: Connection) throws -> [Int: String] {
    let rows = try connection.execute("SELECT number, checksum FROM schema_migration")
    return try Dictionary(uniqueKeysWithValues: rows.map { try $0.decode((Int, String).self) })
  }

  /// The migrations that have not run yet.
  ///
  /// - Throws: `Problem` `migration_changed` where one ran with another text.
  private static func pending(beside applied: [Int: String]) throws(Problem) -> [Script] {
    var pending: [Script] = []
    for migration in Script.in("migrations") {
      guard let known = applied[migration.number] else {
        pending.append(migration)
        continue
      }
      guard known == sha256Hex(migration.text) || known == otherTexts[migration.number] else {
        throw Problem("migration_changed", ["migration": migration.title])
      }
    }
    return pending
  }

  /// The newest migration of a schema; nil where there is no such programme.
  static func number(_ connection: Connection, name: String) throws -> Int? {
    let table = connection.quote(identifier: name) + ".schema_migration"
    let isThere = try connection.execute("SELECT to_regclass(\(table)) IS NOT NULL").single()
    guard try isThere.decode(Bool.self) else { return nil }
    return try connection.execute(
      "SELECT coalesce(max(number), 0) FROM \(identifier: name).schema_migration"
    ).single().decode(Int.self)
  }

  /// The function of an invariant, which a person may call who may not read the tables that it looks at.
  private static func function(of check: Script) -> String {
    """
    CREATE OR REPLACE FUNCTION check_\(check.title)() RETURNS SETOF text
    LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $check$
    BEGIN
      RETURN QUERY SELECT v.example::text FROM (
    \(check.text)
      ) v;
    END $check$;
    COMMENT ON FUNCTION check_\(check.title) IS 'The invariant of its name: what breaks it, none where all is well.';
    """
  }

  /// The search path of a person's sessions: tables are read through the views of the first schema.
  private static func readPath(_ connection: Connection, _ name: String) -> String {
    connection.quote(identifier: name + "_read") + ", " + searchPath(connection, name)
  }

  /// The search path of a programme's sessions.
  static func searchPath(_ connection: Connection, _ name: String) -> String {
    connection.quote(identifier: name) + ", pg_temp"
  }

  /// Makes the schema, or brings it up to this program's.
  ///
  /// Migrations run once; functions and views are applied whole after them, then what an upgrade has to post by them
  /// (`upgrades`, by the number of its migration), and all of it is one transaction: an
  /// upgrade that fails leaves what was there. An advisory lock keeps two set-ups apart. Returns how many migrations
  /// ran.
  static func apply(
    _ connection: Connection, name: String, at database: Database, isCopy: Bool = false
  ) throws -> Int {
    try refusePooler(
      connection,
      process: connection.execute("SELECT pg_backend_pid()").single().decode(Int.self), at: database
    )
    try connection.execute("SELECT pg_advisory_lock(hashtext(\("bangfu.setup." + name)))")
    defer { _ = try? connection.execute("SELECT pg_advisory_unlock_all()") }
    try connection.run(script: "CREATE SCHEMA IF NOT EXISTS \(connection.quote(identifier: name))")
    for script in Script.in("") where script.name == "schema.sql" {
      try connection.run(script: script.text)
    }
    let applied = try checksums(connection)
    if let newest = applied.keys.max(), newest > version {
      throw Problem(
        "schema_newer", ["programme": name, "found": String(newest), "known": String(version)])
    }
    let pending = try pending(beside: applied)
    try connection.transaction {
      // Views of an older program would hold on to the columns that a migration drops.
      for script in pending.isEmpty ? [] : Script.reset { try connection.run(script: script.text) }
      for migration in pending {
        try connection.run(script: migration.text)
        try connection.execute(
          """
          INSERT INTO schema_migration (number, name, checksum)
          VALUES (\(migration.number), \(migration.title), \(sha256Hex(migration.text)))
          """)
      }
      for script in Script.applied {
        try connection.run(script: script.text)
      }
      for check in Script.in("checks") { try connection.run(script: function(of: check)) }
      if !isCopy { try connection.execute("SELECT grant_rights()") }
      try connection.execute("SELECT first_rules(session_user::text)")
      for script in Script.in("upgrades")
      where pending.contains(where: { $0.number == script.number }) && !applied.isEmpty {
        try connection.run(script: script.text)
      }
      try connection.execute(
        """
        INSERT INTO schema_state (digest) VALUES (\(digest))
        ON CONFLICT (singleton) DO UPDATE SET digest = excluded.digest
        """)
    }
    return pending.count
  }
}
