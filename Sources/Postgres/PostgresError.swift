/// Why the server, or the way to it, refused a statement.
public struct PostgresError: Error, Equatable, Sendable {
  /// Who found the fault.
  public enum Origin: Sendable {
    /// The server answered with an error; the session goes on.
    case server
    /// There is no session: it could not be opened, or it was lost on the way.
    case connection
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
    if origin == .connection { return true }
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
