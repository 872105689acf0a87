import Glibc
public import Postgres
import Synchronization

/// One private PostgreSQL server for all tests of a process, without regard for power failures.
///
/// It starts with the first use of `shared`, in memory where there is room, else under `/tmp`, and ends with the process.
public final class TestServer: Sendable {
  /// The server, started when this is first read.
  public static let shared = TestServer()

  /// The cluster that runs.
  public let cluster: Cluster
  private let names = Atomic(0)

  private static let memory = "/dev/shm", disk = "/tmp"

  /// Where the server's folder is: a database has a thousand files, which are made ten times as fast in memory.
  private static let place: String = {
    var space = statvfs()
    let isRoomy = statvfs(memory, &space) == 0 && space.f_bavail * space.f_frsize >= 4 << 30
    return isRoomy && access(memory, W_OK) == 0 ? memory : disk
  }()

  private init() {
    TestServer.sweep()
    cluster = Cluster(
      home: TestServer.place + "/bangfu-test-\(getpid())",
      settings: ["fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"])
    do { try cluster.start() } catch { preconditionFailure("no test server: \(error)") }
    atexit { TestServer.shared.remove() }
  }

  /// What libpq needs to know to reach a database of this server.
  public func conninfo(database: String) -> String { cluster.conninfo(database: database) }

  /// What libpq needs to know to reach a database of this server by another login than its owner's.
  public func conninfo(database: String, login: String) -> String {
    cluster.conninfo(database: database, user: login).replacing(
      "user=bangfu", with: "user=\(login)")
  }

  /// Makes a database as a copy of another, and answers its name.
  public func createDatabase(template: String = "template0") throws -> String {
    let number = names.add(1, ordering: .relaxed).newValue
    let name = "test_\(number)"
    try administrator().execute(
      "CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template) STRATEGY FILE_COPY")
    return name
  }

  /// Drops a database and its persons' logins, and ends the sessions that are still in it.
  public func drop(database: String) throws {
    let logins = try administrator().execute(
      """
      SELECT DISTINCT r.rolname::text
      FROM pg_shdepend s
      JOIN pg_database d ON d.oid = s.dbid AND d.datname = \(database)
      JOIN pg_roles r ON r.oid = s.refobjid AND r.rolcanlogin AND NOT r.rolsuper
      WHERE s.refclassid = 'pg_authid'::regclass AND s.classid = 'pg_namespace'::regclass
      """
    ).map { try $0.decode(String.self) }
    if !logins.isEmpty {
      let connection = try Connection(conninfo(database: database))
      for login in logins {
        // At once: a login with a role and no programme is a finding of other programmes' checks.
        try connection.run(script: "BEGIN; DROP OWNED BY \(login); DROP ROLE \(login); COMMIT")
      }
    }
    try administrator().execute("DROP DATABASE IF EXISTS \(identifier: database) WITH (FORCE)")
  }

  /// Makes a copy of a database that nobody is to work in any more, as soon as its sessions have ended.
  public func copy(_ database: String) throws -> String {
    let administrator = try administrator()
    while try administrator.execute(
      "SELECT count(*) FROM pg_stat_activity WHERE datname = \(database)"
    ).single().decode(Int.self) > 0 {
      usleep(1000)
    }
    let name = "copy_\(names.add(1, ordering: .relaxed).newValue)"
    try administrator.execute(
      "CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: database) STRATEGY FILE_COPY")
    return name
  }

  /// Drops a copy; the logins that it shares with the database it was made of stay.
  public func dropCopy(_ database: String) throws {
    try administrator().execute("DROP DATABASE IF EXISTS \(identifier: database) WITH (FORCE)")
  }

  private func administrator() throws -> Connection {
    try Connection(conninfo(database: "postgres"))
  }

  private func remove() {
    _ = try? cluster.stop()
    TestFolder.remove(cluster.home)
    TestFolder.remove(cluster.socketFolder)
  }

  /// Removes what test processes left behind that were killed.
  private static func sweep() {
    let names = [memory, disk].flatMap { place in
      TestFolder.names(in: place).filter { $0.hasPrefix("bangfu-test-") }.map { (place, $0) }
    }
    for (place, name) in names {
      guard let process = pid_t(name.dropFirst("bangfu-test-".count)) else { continue }
      if kill(process, 0) == 0 || errno == EPERM { continue }
      let old = Cluster(home: place + "/" + name)
      _ = try? old.stop()
      TestFolder.remove(old.home)
      TestFolder.remove(old.socketFolder)
    }
  }
}
