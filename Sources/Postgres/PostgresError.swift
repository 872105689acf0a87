/// Why the server, or the connection to it, refused a statement.
public struct PostgresError: Error, Equatable, Sendable {
  /// Who found the fault.
  public enum Origin: Sendable {
    /// The server answered with an error; the session goes on.
    case server
    /// No session could be opened.
    case connection
    /// The session was open, and was lost.
    case lost
    /// What a session was to be opened with has no meaning: `setting` says which of it, where that is known.
    case settings
    /// The answer, or the request, was not what this module can carry.
    case client
  }

  /// Who found the fault.
  public var origin: Origin
  /// The five-character code of the condition, such as `23505`; `nil` when no server answered.
  public var sqlState: String?
  /// The primary message, in the language of whoever wrote it.
  public var message: String
  /// What the message leaves out, such as the key that was met twice.
  public var detail: String?
  /// What the server suggests.
  public var hint: String?
  /// The name of the violated constraint, without the shard suffix that Citus gives it.
  public var constraint: String?
  /// The schema that the error is about.
  public var schema: String?
  /// The table that the error is about.
  public var table: String?
  /// The column that the error is about.
  public var column: String?
  /// Where it happened: the stack of functions, or the line of a COPY.
  public var context: String?
  /// The character of the statement, counted from 1, at which the server stopped reading.
  public var position: Int?

  /// What a session was to be opened with, of which one part is to blame.
  public struct Setting: Equatable, Sendable {
    /// The environment variable that says it; nil where the conninfo does.
    public let variable: String?
    /// Its name in a conninfo, such as `sslmode`.
    public let keyword: String
    /// What it says.
    public let value: String
  }

  /// The setting that is to blame where no session could be opened.
  public var setting: Setting?
  /// The variables of libpq that had a say in where to connect, such as `PGPORT=1`.
  public var variables: [String] = []
  /// The server that was asked: a host and port, or the path of a socket's folder.
  public var server: String?
  /// The database that was asked for.
  public var database: String?
  /// The login that asked.
  public var user: String?
  /// Whether the server wants a password, and no setting, file or variable gives one.
  public var needsPassword = false

  /// Makes an error that no server sent.
  public init(message: String, origin: Origin = .client, sqlState: String? = nil) {
    self.message = message
    self.origin = origin
    self.sqlState = sqlState
  }

  /// Whether the session is gone, or never was: nothing more can be asked through it.
  ///
  /// After a lost COMMIT nobody knows whether it was kept; send the same request again by its id.
  public var isConnectionLoss: Bool {
    if origin == .connection || origin == .lost { return true }
    guard let sqlState else { return false }
    return sqlState.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05"].contains(sqlState)
  }

  /// Whether the same transaction may succeed when it is run again: it lost to another one.
  public var isRetryable: Bool { sqlState == "40001" || sqlState == "40P01" }
}

extension PostgresError: CustomStringConvertible {
  /// The message, then the code in brackets.
  public var description: String {
    guard let sqlState else { return message }
    return "\(message) [\(sqlState)]"
  }
}
