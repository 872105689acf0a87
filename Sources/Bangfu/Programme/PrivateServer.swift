internal import Domain
internal import Postgres

/// The database server of the program's own, in the data folder.
public struct PrivateServer: Sendable {
  /// How it stands.
  public enum State: String, Sendable {
    /// It was never made.
    case absent
    /// It is there, and does not run.
    case stopped
    /// It runs where it cannot be reached from here.
    case elsewhere
    /// It runs.
    case running
  }

  /// How it stands, and the number of its process where it runs here.
  public struct Status: Equatable, Sendable {
    /// How it stands.
    public let state: State
    /// The number of its process.
    public let process: Int?
  }

  private let cluster: Cluster

  init(_ cluster: Cluster) { self.cluster = cluster }

  /// The data folder, the folder of the server's socket, and the file that it writes its log to.
  public var home: String { cluster.home }
  /// The folder of the server's socket.
  public var socketFolder: String { cluster.socketFolder }
  /// The file that it writes its log to.
  public var log: String { cluster.log }

  /// Starts it, unless it runs.
  ///
  /// - Throws: `Problem` `cluster_absent`, `server_failed`, …
  public func start() throws {
    try translating {
      try cluster.expectMade()
      try cluster.start()
    }
  }

  /// Stops it; returns whether it ran.
  ///
  /// - Throws: `Problem` `server_elsewhere`, `server_stop_timed_out`, …
  public func stop() throws -> Bool { try translating { try cluster.stop() } }

  /// The group of the system that reaches the server; nil where its owner alone does.
  public var sharedGroup: String? { cluster.sharedGroup }

  /// Opens the server to a group of the system, or to its owner alone (nil); nobody comes in without a login.
  ///
  /// - Throws: `Problem` `cluster_absent`, `group_unknown`, `owner_has_no_name`.
  public func share(with group: String?) throws {
    try translating {
      try cluster.expectMade()
      try demandPasswords()
      try cluster.share(with: group)
    }
  }

  /// Lets nobody but the owner's own account come in without a password.
  func demandPasswords() throws {
    if try cluster.demandPasswords(for: Database.privateName) {
      try cluster.connect(database: "postgres").execute("SELECT pg_reload_conf()")
    }
  }

  /// Reports how it stands.
  public func status() throws -> Status {
    try translating {
      switch try cluster.status() {
      case .absent: Status(state: .absent, process: nil)
      case .stopped: Status(state: .stopped, process: nil)
      case .elsewhere: Status(state: .elsewhere, process: nil)
      case .running(let process, _): Status(state: .running, process: process)
      }
    }
  }
}

extension Database {
  /// The program's own server.
  ///
  /// - Throws: `Problem` `server_not_ours` where the database is a server that somebody named.
  public var privateServer: PrivateServer {
    get throws(Problem) {
      guard case .cluster(let cluster) = self else { throw Problem("server_not_ours") }
      return PrivateServer(cluster)
    }
  }
}
