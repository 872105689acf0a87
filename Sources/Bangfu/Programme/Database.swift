public import Domain
public import Postgres

/// The database of a programme: a private cluster, or a server that somebody named.
public enum Database: Sendable {
  /// The private cluster in `BANGFU_HOME`.
  case cluster(Cluster)
  /// A libpq conninfo or URL, from `BANGFU_DATABASE`.
  case server(String)

  /// The name of the database in a private cluster.
  static let privateName = "bangfu"

  /// Chooses by the environment.
  ///
  /// Only `BANGFU_DATABASE` selects a server: a stray `PGHOST` does not, so that nobody's
  /// production database is migrated by accident. `BANGFU_HOME` is by default the user's data
  /// folder, and `/var/lib/bangfu` for root.
  ///
  /// - Throws: `Problem` `home_unknown` where no folder is known.
  public init(environment: [String: String], isRoot: Bool) throws(Problem) {
    if let conninfo = environment["BANGFU_DATABASE"], !conninfo.isEmpty {
      self = .server(conninfo)
    } else {
      let home = try Self.home(environment: environment, isRoot: isRoot)
      let start = environment["PWD"] ?? "/"
      self = .cluster(Cluster(home: home.hasPrefix("/") ? home : start + "/" + home))
    }
  }

  /// The data folder: `BANGFU_HOME`, by default the user's own.
  ///
  /// - Throws: `Problem` `home_unknown` where no folder is known.
  public static func home(
    environment: [String: String], isRoot: Bool
  ) throws(Problem) -> String {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let home = value("BANGFU_HOME") { return home }
    if isRoot { return "/var/lib/bangfu" }
    if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/bangfu" }
    if let home = value("HOME") { return home + "/.local/share/bangfu" }
    throw Problem("home_unknown")
  }

  /// Whether the server is the program's own.
  public var isPrivate: Bool {
    if case .cluster = self { true } else { false }
  }

  /// The group of the system that reaches the private server; nil where its owner alone does.
  var sharedGroup: String? {
    if case .cluster(let cluster) = self { cluster.sharedGroup } else { nil }
  }

  /// What libpq needs to know.
  public var conninfo: String {
    switch self {
    case .cluster(let cluster): cluster.conninfo(database: Self.privateName)
    case .server(let conninfo): conninfo
    }
  }

  /// Where somebody looked who found nothing: the folder, or what names the server.
  var words: String {
    switch self {
    case .cluster(let cluster): cluster.home
    case .server: "BANGFU_DATABASE"
    }
  }

  /// Connects; starts the private cluster first when that is needed, and makes it only with `creating`.
  ///
  /// - Throws: `ClusterError` or `PostgresError`.
  func connect(as login: Login = Login(), creating: Bool = false) throws -> Connection {
    switch self {
    case .cluster(let cluster):
      if creating { try cluster.createDatabase(Self.privateName) }
      return try cluster.connect(
        database: Self.privateName, user: login.name, password: login.password, creating: creating)
    case .server(let conninfo):
      return try Connection(conninfo, user: login.name, password: login.password)
    }
  }
}
