import Bangfu
import Domain
import Fixtures
import Glibc
import Postgres
import Tabular
import TestSupport

/// A programme with the seed catalogue, in a database of its own.
final class Shop {
  private static let template = Result {
    let name = try TestServer.shared.createDatabase()
    _ = try Programme.setUp(
      at: .server(TestServer.shared.conninfo(database: name)), named: "pengshui",
      operatorName: "test", county: "彭水", partner: "聊城", withCatalogue: true)
    return name
  }

  let database: String
  let folder = TestFolder()
  let programme: Programme
  /// Whether its database stays when this is gone.
  var isKept = false

  init() throws {
    database = try TestServer.shared.createDatabase(template: Self.template.get())
    programme = try Shop.open(database)
  }

  /// The programme of a database that is there, and stays.
  init(keeping database: String) throws {
    self.database = database
    programme = try Shop.open(database)
    isKept = true
  }

  deinit { if !isKept { try? TestServer.shared.drop(database: database) } }

  /// Another session on the same programme.
  static func open(_ database: String) throws -> Programme {
    try Programme(
      at: .server(TestServer.shared.conninfo(database: database)), named: "pengshui",
      operatorName: "test")
  }

  /// A session for plain SQL on the programme's schema.
  func sql() throws -> Connection {
    let connection = try Connection(TestServer.shared.conninfo(database: database))
    try connection.execute("SET search_path = pengshui, pg_temp")
    return connection
  }

  /// Adds a person, whose login no other database of the server has; answers the login.
  func person(_ role: Person.Role) throws -> String {
    let login = "\(role)_of_\(database)"
    try programme.people.add(
      login, name: "\(role)", role: role, password: "a long one", command: "test")
    return login
  }

  /// A session for plain SQL of a login, with no path set.
  func sql(as login: String) throws -> Connection {
    try Connection(TestServer.shared.conninfo(database: database, login: login))
  }

  /// The programme, by a login.
  func open(as login: String) throws -> Programme {
    try Programme(
      at: .server(TestServer.shared.conninfo(database: database, login: login)), named: "pengshui",
      operatorName: login)
  }

  /// The invariants that are broken.
  ///
  /// Roles belong to the server, which tests share: a stranger whom the test of another database gave one is no finding.
  func violations(of other: Programme? = nil) throws -> [String] {
    try (other ?? programme).checks.run().compactMap { result in
      let others = result.examples.filter {
        $0.hasPrefix("stranger_of_") && !$0.hasPrefix("stranger_of_\(database):")
      }
      return result.violations > others.count ? "\(result.name): \(result.examples)" : nil
    }
  }

  /// Closes a month, and signs for whatever hinders that.
  @discardableResult
  func close(_ month: String) throws -> MonthClose {
    guard let month = Month(month) else { preconditionFailure("no month") }
    let points = try programme.months.status(month, checking: true).points
    return try programme.months.close(month, signing: points.map { ($0.key, "known") })
  }

  /// Sells lines for exact cash, at a time.
  @discardableResult
  func sell(
    _ lines: String..., at time: String = "2026-10-05T10:00:00", cash: String? = nil,
    id: String? = nil
  ) throws -> OrderReceipt {
    var order = Order()
    order.id = id
    order.lines = try lines.map { try OrderLine(parsing: $0) }
    order.at = Instant(time)
    order.tenders = [
      Tender(method: .cash, amount: try Money(asked: cash ?? "100000", in: ""))
    ]
    return try programme.orders.enter(order, command: "test")
  }

  func receive(_ sku: String, _ quantity: String) throws {
    _ = try programme.stock.receive(
      Receipt(lines: [Receipt.Line(code: sku, quantity: Quantity(asked: quantity, of: sku))]))
  }

  /// Buys goods from a supplier; answers the receipt's number.
  @discardableResult
  func buy(
    _ sku: String, _ quantity: String, at cost: String?, from supplier: String?, lot: String? = nil,
    on day: String? = nil, into location: String? = nil
  ) throws -> Int64 {
    var line = Receipt.Line(code: sku, quantity: try Quantity(asked: quantity, of: sku))
    line.cost = cost.flatMap { Money($0) }
    line.lot = lot
    var receipt = Receipt(lines: [line])
    receipt.supplier = supplier
    receipt.location = location
    receipt.at = day.flatMap { Instant($0 + "T08:00:00") }
    let received = try programme.stock.receive(receipt)
    if let number = received.first?.receipt { return number }
    return try sql().execute("SELECT max(posting_id) FROM posting").single().decode(Int64.self)
  }

  /// Maps a listing to one product, or to several; answers its order lines.
  ///
  /// Each is written as `BC01:2` or `BC01:2@200`.
  @discardableResult
  func map(_ listing: String, of channel: String = "douyin", to parts: String...) throws -> Int {
    var content = ListingContent()
    for part in parts { try content.add(parsing: part) }
    return try programme.listings.map(listing, of: channel, to: content)
  }

  /// Imports rows as a 抖店 file; a name that begins with ten digits tells the snapshot's time.
  @discardableResult
  func importRows(
    _ rows: [DouyinLine], name: String = "orders.csv", channel: String = "douyin",
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportResult {
    try importText(DouyinLine.csv(rows), name: name, channel: channel, change)
  }

  @discardableResult
  func importText(
    _ text: String, name: String, channel: String = "douyin",
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportResult {
    let path = folder.path + "/" + name
    try write(text, to: path)
    var request = ImportRequest(path: path, name: name, channel: channel)
    change(&request)
    return try programme.imports.run(request)[0]
  }

  func write(_ text: String, to path: String) throws {
    let writer = try FileWriter(path)
    try writer.write(text)
    try writer.flush()
  }

  /// The month as one text: the headline and every breakdown.
  func month(_ month: String = "2026-10") throws -> String {
    guard let month = Month(month) else { return "" }
    let report = try programme.reports.monthly(month, proving: true)
    let (sums, rows) = (report.headline, report.texts)
    return
      ([
        "\(sums.gross) \(sums.refunds) \(sums.excluded) \(sums.pending) \(sums.counted)",
        "reconciles \(report.reconciles), differences \(report.differences ?? [])",
      ] + rows).joined(separator: "\n")
  }
}

extension FigureReport {
  /// Every row of every breakdown as one text.
  var texts: [String] {
    byChannel.map { "\($0.code) \($0.name) \($0.sums.text)" }
      + byProduct.map {
        "\($0.code) \($0.name) \($0.unit ?? "") \($0.quantity?.short ?? "") \($0.sums.text) \($0.missing?.rawValue ?? "")"
      }
      + bySupplier.map {
        "\($0.code) \($0.name) \($0.sums.text) \($0.missing?.rawValue ?? "")"
      }
      + byTime.map { "\($0.code) \($0.sums.text)" }
  }
}

extension FigureBridge {
  /// The sums as one text.
  var text: String { "\(gross) \(refunds) \(duplicates) \(excluded) \(pending) \(counted)" }
}

extension ChannelDraft {
  /// A channel of its own code, name, kind and platform.
  static func made(
    _ code: String, _ name: String, _ kind: String, _ platform: String?
  ) -> ChannelDraft {
    var channel = ChannelDraft(code: code)
    (channel.name, channel.kind, channel.platform) = (name, kind, platform)
    return channel
  }
}

/// The code of the problem that a body is refused with; nil where it is not.
func refusal(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let problem as Problem {
    return problem.code
  } catch let problems as Problems {
    return problems.problems.first?.code
  } catch let error as PostgresError {  // of plain SQL
    return error.sqlState == "BF001" ? error.message : error.constraint ?? error.description
  } catch {
    return "\(error)"
  }
}

/// The line and the code of each problem that a body is refused with, such as `4 product_unknown`.
func faults(_ body: () throws -> Void) -> [String] {
  func text(_ problem: Problem) -> String { "\(problem.facts["line"] ?? "-") \(problem.code)" }
  do {
    try body()
    return []
  } catch let problem as Problem {
    return [text(problem)]
  } catch let problems as Problems {
    return problems.problems.map(text)
  } catch {
    return ["\(error)"]
  }
}
