internal import Glibc
internal import System

/// A private PostgreSQL cluster: a server of one's own, in one folder, without a TCP port.
///
///     let cluster = Cluster(home: "/home/li/.local/share/bangfu")
///     let database = try cluster.connect(database: "bangfu")
///
/// Its files are `HOME/postgres` and `HOME/server.log`; its socket is in a folder under `/tmp`,
/// since the path of a socket must be short. Only the user who made it, and root, can enter.
/// Run as root, the server runs as the system user `postgres`.
public struct Cluster: Sendable {
  /// What there is of the cluster.
  public enum Status: Equatable, Sendable {
    /// It was never made.
    case absent
    /// It is there and no server runs.
    case stopped
    /// A server holds it that cannot be reached from here, such as in another container.
    case elsewhere
    /// A server of this version, such as 150004 for 15.4, answers.
    case running(process: Int, serverVersion: Int)
  }

  /// The absolute path of the folder that holds the cluster.
  public let home: String
  /// The folder of the server's socket.
  public let socketFolder: String
  /// The server's settings that go before those of its `postgresql.conf`.
  let settings: [String: String]

  /// Names a cluster, which is neither made nor started by that.
  ///
  /// `settings` are for tests, such as `["fsync": "off"]`.
  public init(home: String, settings: [String: String] = [:]) {
    self.home = Path.real(home)
    self.settings = settings
    socketFolder = "/tmp/bangfu-\(geteuid())-\(FileName.fingerprint(self.home))"
  }

  /// The folder of the server's data.
  public var dataFolder: String { home + "/postgres" }
  /// The file to which the server writes what it has to say.
  public var log: String { home + "/server.log" }

  /// What libpq needs to know to reach `database`, as the owner unless `user` says otherwise; stray `PG*` variables do not lead it astray.
  public func conninfo(database: String, user: String? = nil) -> String {
    var name = ""
    for scalar in database.unicodeScalars {
      if scalar == "'" || scalar == "\\" { name += "\\" }
      name.unicodeScalars.append(scalar)
    }
    return """
      host=\(socketFolder) hostaddr='' port=5432 user=bangfu dbname='\(name)' options='\(user == nil ? "-c lc_messages=C" : "")' \
      sslmode=disable connect_timeout=5 requirepeer='' channel_binding=disable gssencmode=disable target_session_attrs=any
      """
  }

  /// Connects, and starts the server first when that is needed; with `creating` it is made, too.
  ///
  /// - Throws: `ClusterError` where the server cannot be started, or is `absent`; `PostgresError`, such as `3D000`
  ///   where it has no such database.
  public func connect(
    database: String, applicationName: String = "bangfu", user: String? = nil,
    password: String? = nil, creating: Bool = true
  ) throws -> Connection {
    let target = conninfo(database: database, user: user)
    if let connection = try ask(target, applicationName, user: user, password: password).session {
      return connection
    }
    if !creating { try expectMade() }
    try start()
    return try Connection(
      target, applicationName: applicationName, user: user, password: password)
  }

  /// Refuses a cluster that was never made, so that a slip in its folder's name makes none.
  ///
  /// - Throws: `ClusterError` `absent`.
  public func expectMade() throws(ClusterError) {
    if !Path.exists(dataFolder) { throw .absent(home) }
  }

  /// Makes and starts the server when that is needed.
  public func ensureRunning() throws { _ = try connect(database: "postgres") }

  /// Makes an empty database in UTF-8; returns whether it was missing.
  @discardableResult
  public func createDatabase(_ name: String) throws -> Bool {
    let connection = try connect(database: "postgres")
    let known = try connection.execute("SELECT FROM pg_database WHERE datname = \(name)")
    guard known.isEmpty else { return false }
    do throws(PostgresError) {
      try connection.execute("CREATE DATABASE \(identifier: name) TEMPLATE template0")
      return true
    } catch {
      let others: [String?] = ["42P04", "23505"]  // somebody else was quicker
      if others.contains(error.sqlState) { return false }
      throw error
    }
  }

  /// Looks what there is, at the price of one connection.
  public func status() throws -> Status {
    if let connection = try ask().session {
      let process = ServerProcess(of: self)?.number ?? 0
      return .running(process: process, serverVersion: connection.serverVersion)
    }
    if try ServerProcess(of: self) == nil && ServerLock.isHeld(of: self) { return .elsewhere }
    return Path.exists(dataFolder + "/PG_VERSION") ? .stopped : .absent
  }
}
