internal import Domain
internal import Postgres

/// What all nouns of a programme share: the session with the database, and who acts in it.
///
/// Not `Sendable`, as its connection is not.
final class Session {
  /// Where the database is.
  let database: Database
  /// The schema's name.
  let name: String
  /// Who acts, as facts record it beside the database's own user.
  let operatorName: String
  /// Who came in, for further sessions.
  private(set) var login = Login()
  /// The formats of channel files.
  var profiles = Profiles()
  let connection: Connection
  /// Whether a transaction runs: what the database refuses inside of it is a `PostgresError` until it ends, for one that
  /// lost to another transaction is run again.
  private var isInTransaction = false

  /// Takes over a connection, which has not entered the schema yet.
  ///
  /// - Throws: `Problem` `programme_name_malformed`.
  init(
    _ connection: Connection, at database: Database, named name: String, operatorName: String
  ) throws(Problem) {
    guard let first = name.utf8.first, (97...122).contains(first), name.utf8.count <= 40,
      name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
    else { throw Problem("programme_name_malformed", ["name": name]) }
    self.database = database
    self.name = name
    self.operatorName = operatorName
    self.connection = connection
  }

  /// Opens a session on a programme that `setUp` has made.
  ///
  /// - Throws: as `Programme.init` does.
  convenience init(
    at database: Database, named name: String, operatorName: String, as asked: Login = Login()
  ) throws {
    var login = asked
    let connection = try translating {
      do {
        return try login.connect { try database.connect(as: $0) }
      } catch let error as PostgresError where error.sqlState == "3D000" && database.isPrivate {
        throw Problem("schema_missing", ["programme": name, "place": database.words])
      }
    }
    try self.init(connection, at: database, named: name, operatorName: operatorName)
    self.login = login
    try translating { try Schema.enter(connection, name: name, at: database, as: login) }
  }

  /// A second session on the same programme, for what must not wait for this one's transaction.
  func second() throws -> Session {
    try Session(at: database, named: name, operatorName: operatorName, as: login)
  }
}

/// Asking the database.
extension Session {
  /// Runs one statement.
  ///
  /// - Throws: `Problem`; inside a transaction `PostgresError`.
  @discardableResult
  func execute(_ query: Query) throws -> Rows {
    if isInTransaction { return try connection.execute(query) }
    return try reporting { try connection.execute(query) }
  }

  /// Runs `body` in a transaction, as `Connection.transaction` does.
  ///
  /// - Throws: what `body` throws, but `Problem` where the database refused or was lost.
  @discardableResult
  func transaction<Result>(
    _ isolation: Connection.Isolation = .readCommitted, tries: Int = 5, _ body: () throws -> Result
  ) throws -> Result {
    isInTransaction = true
    defer { isInTransaction = false }
    do {
      return try connection.transaction(isolation, tries: tries, body)
    } catch let error as PostgresError {
      throw problem(error)
    }
  }

  /// Runs `body`; what the database refuses leaves as a `Problem`.
  func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PostgresError {
      throw problem(error)
    }
  }

  /// The problem to report; of what this login may not do, who may.
  private func problem(_ error: PostgresError) -> Problem {
    guard error.sqlState == "42501",
      let rights = try? connection.execute(
        "SELECT session_user::text, coalesce(who_may(\(error.message)), 'owner')"
      ).single().decode((String, String).self)
    else { return error.problem }
    return Problem("right_missing", ["login": rights.0, "may": rights.1], source: .database)
  }

  /// Lists what a statement selects, as text.
  func list(_ query: Query) throws -> Listed { Listed(try execute(query)[...]) }

  /// Lists what a query selects, as text, in an order, at most so many rows; nil is all of them.
  func list(_ query: Query, order: String, limit: Int?) throws -> Listed {
    let (rows, all) = try first(limit, of: query, order: order)
    return Listed(rows, cutFrom: all)
  }

  /// Selects the first rows of a query in an order; returns how many there are where they are not all.
  func first(
    _ limit: Int?, of query: Query, order: String
  ) throws -> (rows: Slice<Rows>, all: Int?) {
    guard let limit else { return (try execute(query.ordered(by: order))[...], nil) }
    // One row more than is shown says whether there are more; only then they are counted.
    let rows = try execute(query.ordered(by: order, limit: max(0, limit) + 1))
    guard rows.count > limit else { return (rows[...], nil) }
    return (rows.dropLast(), try count(query))
  }

  /// Hands over the first rows of a query in an order, while the database still reads them; nil is all of them.
  func forEach(
    _ limit: Int?, of query: Query, order: String, _ body: (Row) throws -> Void
  ) throws {
    let ordered = query.ordered(by: order, limit: limit.map { max(0, $0) })
    _ = try reporting { try connection.forEachRow(of: ordered, body) }
  }

  /// How many rows a query has.
  func count(_ query: Query) throws -> Int {
    try execute(
      Query(unsafeSQL: "SELECT count(*) FROM (\(query.sql)) AS row", values: query.values)
    ).single().decode(Int.self)
  }

  /// Whether a statement selects anything.
  func finds(_ query: Query) throws -> Bool { try !execute(query).isEmpty }
}

extension Query {
  /// The query in an order, at most so many rows; nil is all of them.
  fileprivate func ordered(by order: String, limit: Int? = nil) -> Query {
    let most = limit.map { "\nLIMIT \($0)" } ?? ""
    return Query(unsafeSQL: "\(sql)\nORDER BY \(order)\(most)", values: values)
  }
}
