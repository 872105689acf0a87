import Glibc
public import Postgres
import Synchronization

/// One private PostgreSQL server for all tests of a process, without regard for power failures.
///
/// It starts with the first use of `shared`, in a folder under `/tmp`, and ends with the process.
public final class TestServer: Sendable {
  /// The server, started when this is first read.
  public static let shared = TestServer()

  /// The cluster that runs.
  public let cluster: Cluster
  private let names = Atomic(0)

  private init() {
    TestServer.sweep()
    cluster = Cluster(
      home: "/tmp/bangfu-test-\(getpid())",
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
      "CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template)")
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
    for name in TestFolder.names(in: "/tmp") where name.hasPrefix("bangfu-test-") {
      guard let process = pid_t(name.dropFirst("bangfu-test-".count)) else { continue }
      if kill(process, 0) == 0 || errno == EPERM { continue }
      let old = Cluster(home: "/tmp/" + name)
      _ = try? old.stop()
      TestFolder.remove(old.home)
      TestFolder.remove(old.socketFolder)
    }
  }
}
