internal import CLibPQ

/// One session with the server.
///
/// A connection is not `Sendable`: it belongs to one isolation domain at a time, as `PGconn` does.
/// Values travel as text in UTF-8 and dates as ISO 8601. Notices of the server are dropped.
public final class Connection {
  let handle: OpaquePointer
  /// The statements that this session has prepared, by name.
  var prepared: [String: String] = [:]
  /// How many statements were sent and not yet received.
  public internal(set) var inFlight = 0
  /// A statement that each transaction runs before anything else, such as `SET LOCAL …`; a pooler may give every
  /// transaction another session of the server.
  public var beginning = ""

  /// Connects as libpq does: `conninfo` is a list of settings or a URL, and `PG*` variables and
  /// `service=` fill what it leaves out.
  ///
  /// Waits 5 seconds a host unless `connect_timeout` is given. `applicationName` is what the
  /// server's activity views show, unless `conninfo` names another. `user` and `password` go before its own.
  ///
  /// - Throws: `PostgresError` of origin `connection`; its `sqlState` is set where a server
  ///   answered, such as `3D000` for a database that does not exist.
  public init(
    _ conninfo: String = "", applicationName: String = "bangfu", user: String? = nil,
    password: String? = nil
  ) throws(PostgresError) {
    let settings = ConnectionSettings(
      conninfo, applicationName: applicationName, user: user, password: password)
    handle = try settings.open()
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    // The server reports both with its greeting, so that asking costs no round trip.
    if reported("DateStyle")?.hasPrefix("ISO") != true { try execute("SET DateStyle TO ISO") }
  }

  deinit { PQfinish(handle) }

  /// Whether the session was still open when it was last used.
  public var isOpen: Bool { PQstatus(handle) == CONNECTION_OK }

  /// The number of the server's process as the greeting said; a pooler says a number of its own.
  public var greetedProcess: Int { Int(PQbackendPID(handle)) }

  /// The server's version as a number, such as 150004 for 15.4.
  public var serverVersion: Int { Int(PQserverVersion(handle)) }

  /// Runs one statement.
  @discardableResult
  public func execute(_ query: Query) throws(PostgresError) -> Rows {
    let result = try withCStrings([query.sql] + query.values) { texts in
      PQexecParams(
        handle, texts[0], Int32(query.values.count), nil, texts.baseAddress?.advanced(by: 1),
        nil, nil, 0)
    }
    return try Rows(result, of: handle)
  }

  /// Runs a script of several statements, as `psql -f` would, but as a whole or not at all.
  ///
  /// - Throws: `PostgresError` whose `position` counts the characters of the script.
  @discardableResult
  public func run(script: String) throws(PostgresError) -> Rows {
    let result = try withCStrings([script]) { PQexec(handle, $0[0]) }
    return try Rows(result, of: handle)
  }

  /// What the server last reported of a setting, where it reports it at all.
  func reported(_ setting: String) -> String? {
    PQparameterStatus(handle, setting).map { String(cString: $0) }
  }
}
