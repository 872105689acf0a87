internal import Domain
internal import Postgres

extension Programme {
  /// How a programme stands.
  public struct Status: Sendable {
    /// The server's version, such as 150018.
    public let serverVersion: Int
    /// Whether the server is the program's own.
    public let isPrivate: Bool
    /// How much the catalogue holds.
    public let products: Int, suppliers: Int, channels: Int
    /// How many documents and lines are posted, and how many files imported and live.
    public let documents: Int, lines: Int, imports: Int
    /// How many products are below what must be left of them, a location each.
    public let lowStock: Int
    /// The last day of which a sale still stands, if any.
    public let lastDay: String?
    /// When a file was imported last.
    public let newestImport: String?
    /// How many persons work in it beside the owner.
    public let persons: Int
    /// How far rights protect; nil without persons.
    public let protection: Protection?
  }

  /// Reports how the programme stands, at the price of one statement.
  public func status() throws -> Status {
    let row = try session.execute(
      """
      SELECT products, suppliers, channels, documents, lines, imports, low_stock, last_day::text,
        to_char(newest_import, 'YYYY-MM-DD HH24:MI:SS'), persons, one_person
      FROM programme_status
      """
    ).single()
    let (products, suppliers, channels, documents, lines, files, low, day, newest) = try row.decode(
      (Int, Int, Int, Int, Int, Int, Int, String?, String?).self)
    let (persons, isOnePerson) = try row.decode((Int, Bool).self, from: 9)
    return Status(
      serverVersion: session.connection.serverVersion, isPrivate: session.database.isPrivate,
      products: products, suppliers: suppliers, channels: channels, documents: documents,
      lines: lines, imports: files, lowStock: low, lastDay: day, newestImport: newest,
      persons: persons, protection: protection(persons: persons, isOnePerson: isOnePerson))
  }

  /// How a programme's schema stands to this program.
  public struct SchemaState: Sendable {
    /// The server's version, such as 150018.
    public let serverVersion: Int
    /// The newest migration of the schema, and the newest that this program knows.
    public let found: Int, known: Int
  }

  /// Reports how the schema stands to this program, also where it is older, newer or has other functions.
  ///
  /// - Throws: `Problem` `schema_missing`, or why there is no database.
  public static func schemaState(at database: Database, named name: String) throws -> SchemaState {
    try translating {
      let connection = try database.connect()
      guard let found = try Schema.number(connection, name: name) else {
        throw Problem("schema_missing", ["programme": name, "place": database.words])
      }
      return SchemaState(
        serverVersion: connection.serverVersion, found: found, known: Schema.version)
    }
  }
}
