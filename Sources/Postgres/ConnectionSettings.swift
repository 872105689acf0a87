internal import CLibPQ
internal import Glibc

/// What a connection is opened with.
struct ConnectionSettings {
  private var names: [String] = []
  private var values: [String] = []
  private let conninfo: String

  /// Later settings override earlier ones, and those inside `conninfo` count where it stands.
  init(_ conninfo: String, applicationName: String, user: String? = nil, password: String? = nil) {
    self.conninfo = conninfo
    if getenv("PGCONNECT_TIMEOUT") == nil { set("connect_timeout", "5") }
    set("fallback_application_name", applicationName)
    set("dbname", conninfo)
    if let user { set("user", user) }
    if let password { set("password", password) }
    set("client_encoding", "UTF8")
  }

  private mutating func set(_ name: String, _ value: String) {
    names.append(name)
    values.append(value)
  }

  /// Opens a session, which the caller has to finish.
  func open() throws(PostgresError) -> OpaquePointer {
    let started = Moment.now
    let opened = try withCStrings(names + [nil]) { names throws(PostgresError) in
      try withCStrings(values + [nil]) { values in
        PQconnectdbParams(names.baseAddress, values.baseAddress, 1)
      }
    }
    guard let handle = opened else { throw PostgresError(message: "out of memory") }
    if PQstatus(handle) == CONNECTION_OK { return handle }
    // The code of a refusal is given only in words, and only when asked before: ask again, unless
    // nobody answered and the wait was the answer, or libpq asked nobody.
    let wasAsked = String(cString: PQerrorMessage(handle)).hasPrefix("connection to server ")
    if wasAsked, Moment.now - started < 1_000 {
      PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
      PQreset(handle)
      if PQstatus(handle) == CONNECTION_OK { return handle }
    }
    defer { PQfinish(handle) }
    throw PostgresError(refused: handle).blaming(SpokenSettings(conninfo))
  }
}
