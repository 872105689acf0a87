public import Domain
internal import Postgres

/// One programme: a schema of a database, and the session that works on it.
///
/// Not `Sendable`, as its connection is not. Nouns live in extensions, a folder each.
public final class Programme {
  /// Where its database is.
  public let place: Place
  /// The schema's name.
  public let name: String
  /// Who acts, as facts record it beside the database's own user.
  public let operatorName: String
  /// The names and texts of the user's own profiles of channel files, beside those that are shipped.
  public var ownProfiles: [(name: String, text: String)] = []
  /// Files of the user's own profiles that could not be read, and why.
  public var unreadProfiles: [(name: String, problem: Problem)] = []
  let connection: Connection

  /// Opens a programme that `setUp` has made.
  ///
  /// - Throws: `Problem` `programme_name_malformed`, `schema_missing`, `schema_older`,
  ///   `schema_newer` or `schema_differs`; `ClusterError`; `PostgresError`.
  public convenience init(at place: Place, named name: String, operatorName: String) throws {
    let connection: Connection
    do {
      connection = try place.connect()
    } catch let error as PostgresError where error.sqlState == "3D000" {
      if case .cluster = place {
        throw Problem("schema_missing", ["programme": name, "place": place.words])
      }
      throw error
    }
    try self.init(connection, at: place, named: name, operatorName: operatorName)
    try Schema.enter(connection, name: name, at: place)
  }

  init(
    _ connection: Connection, at place: Place, named name: String, operatorName: String
  ) throws {
    guard let first = name.utf8.first, (97...122).contains(first), name.utf8.count <= 40,
      name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
    else { throw Problem("programme_name_malformed", ["name": name]) }
    self.place = place
    self.name = name
    self.operatorName = operatorName
    self.connection = connection
  }

  /// A second session on the same programme, for what must not wait for this one's transaction.
  func secondSession() throws -> Programme {
    let programme = try Programme(
      place.connect(), at: place, named: name, operatorName: operatorName)
    try Schema.enter(programme.connection, name: name, at: place)
    return programme
  }
}
