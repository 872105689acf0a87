internal import Glibc

extension Cluster {
  /// What comes of an attempt to connect.
  enum Answer {
    case session(Connection)
    /// A server is there, and is still recovering or already ending.
    case notNow
    case none

    var session: Connection? {
      if case .session(let connection) = self { connection } else { nil }
    }
  }

  /// Tries to connect to the server's own database.
  func ask() throws -> Answer { try ask(conninfo(database: "postgres"), "bangfu") }

  /// Tries to connect, without any work towards a server that would answer.
  func ask(
    _ conninfo: String, _ applicationName: String, user: String? = nil, password: String? = nil
  ) throws -> Answer {
    guard try isSocketFolderThere() else { return .none }
    // No setting overrides this variable, and a service it names need not exist.
    if getenv("PGSERVICE") != nil { unsetenv("PGSERVICE") }
    let outcome = Result { () throws(PostgresError) in
      try Connection(
        conninfo, applicationName: applicationName, user: user, password: password)
    }
    guard case .failure(let error) = outcome else { return .session(try outcome.get()) }
    switch error.sqlState {
    case nil where error.origin == .connection: return .none
    case "57P03": return .notNow
    default: throw error
    }
  }
}
