internal import Postgres

/// Who comes in to the database, where that is not whom the settings of the connection name.
public struct Login: Sendable {
  /// The login; nil for the one that the settings name.
  public var name: String?
  /// Its password, where it is known already; else the files and variables of libpq give it.
  public var password: String?
  /// Asks somebody for the password of a login; nil gives up.
  private let ask: (@Sendable (String) -> String?)?

  /// Makes a login.
  public init(
    _ name: String? = nil, password: String? = nil,
    asking ask: (@Sendable (String) -> String?)? = nil
  ) {
    self.name = name
    self.password = password
    self.ask = ask
  }

  /// Opens a session, and asks for the password where the server wants one that nothing gives.
  mutating func connect(_ open: (Login) throws -> Connection) throws -> Connection {
    do {
      return try open(self)
    } catch let error as PostgresError where error.needsPassword && password == nil {
      guard let ask, let typed = ask(error.user ?? name ?? "") else { throw error }
      password = typed
      return try open(self)
    }
  }
}
