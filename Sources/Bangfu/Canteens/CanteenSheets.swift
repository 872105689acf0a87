internal import Channels
public import Domain
internal import Postgres
internal import System
internal import Tabular

/// An order that a sheet made, or had made before.
public struct CanteenSheetOrder: Equatable, Sendable {
  /// The sheet's name; the file's where it is the only one.
  public let sheet: String
  /// The buyer's code, and the day that the goods are wished for.
  public let buyer: String, wished: BusinessDay?
  /// The order's number, how many lines it has, and its worth in yuan.
  public let order: Int64, lines: Int, total: Money
  /// True where the same sheet had made it before.
  public let repeated: Bool
}

/// What a file of order sheets returned.
public struct CanteenSheetReceipt: Equatable, Sendable {
  /// The orders, as the file has them.
  public let orders: [CanteenSheetOrder]
  /// How many rows have no quantity: nothing is ordered of them.
  public let unordered: Int
}

/// A file of an organisation's own order sheets (订货单), as it is asked to be read.
public struct CanteenSheetRequest: Sendable {
  /// The file's path, and its name for people.
  public var path: String, name: String
  /// The buyer's code, where the sheet has no column of it; nil for none.
  public var buyer: String?
  /// The day the goods are wished for, where rows have none; nil for the day in the title, else today.
  public var wished: BusinessDay?
  /// The profile's name; nil for the one that fits.
  public var profile: String?
  /// The channel's and the location's code; nil as for any order.
  public var channel: String?, location: String?
  /// A remark.
  public var note: String?

  /// Asks for a file.
  public init(_ path: String, name: String) {
    self.path = path
    self.name = name
  }
}

extension Canteens {
  /// Makes orders of a file of order sheets, all of them or none: one for each sheet, buyer and day; those that the same
  /// sheet has made before stay.
  ///
  /// - Throws: `Problems` with every row's fault; `Problem` `sheet_buyer_missing`, `sheet_orders_nothing`,
  ///   `column_missing`, `file_not_recognised`, and as `order` does.
  public func order(fromSheet request: CanteenSheetRequest) throws -> CanteenSheetReceipt {
    try translating {
      let (found, unordered) = try SheetOrders(session: session, request: request).find()
      return try session.transaction {
        let orders = try found.map { try post($0, of: request) }
        return CanteenSheetReceipt(orders: orders, unordered: unordered)
      }
    }
  }

  private func post(_ it: SheetOrder, of request: CanteenSheetRequest) throws -> CanteenSheetOrder {
    let lines = it.lines
    let (number, total, isRepeated) = try session.execute(
      """
      SELECT canteen_order, total, repeated FROM order_sheet(\(it.digest), \(request.name), \(it.sheet),
        \(it.buyer), \(request.channel), \(request.location), \(lines.map(\.code))::text[],
        \(lines.map(\.quantity.description))::numeric[], \(lines.map(\.unit))::text[],
        \(lines.map { $0.price?.description })::numeric[], \(it.wished?.description)::date, \(request.note), now(),
        \(session.operatorName), 'canteen order')
      """
    ).single().decode((Int64, Money, Bool).self)
    return CanteenSheetOrder(
      sheet: it.sheet.isEmpty ? request.name : it.sheet, buyer: it.buyer, wished: it.wished,
      order: number, lines: lines.count, total: total, repeated: isRepeated)
  }
}

/// An order that a sheet says.
private struct SheetOrder {
  let sheet: String, buyer: String
  let wished: BusinessDay?
  /// What the sheet says above its rows.
  let title: String
  var lines: [OrderLine] = []

  /// SHA-256, in hexadecimal, of all that distinguishes it from another order.
  var digest: String {
    let parts =
      [sheet, buyer, wished?.description ?? "", title]
      + lines.map {
        "\($0.code)\u{1F}\($0.quantity)\u{1F}\($0.unit ?? "")\u{1F}\($0.price?.description ?? "")"
      }
    return sha256Hex(parts.joined(separator: "\u{1E}"))
  }
}

/// Finds the orders of a file, each row's product and buyer in the catalogue.
private struct SheetOrders {
  let session: Session
  let request: CanteenSheetRequest

  func find() throws -> (orders: [SheetOrder], unordered: Int) {
    let profiles = try session.profiles.chooseOrderSheets(request.profile)
    let file = try TableFile.open(request.path, options: options)
    let catalogue = try Catalogue(session: session)
    var orders: [SheetOrder] = []
    var problems: [Problem] = []
    var unordered = 0
    var refused: Problem?
    var isRead = false
    for table in file.tables where !table.isHidden {
      let rows = try table.firstRows(30)
      let layout: Layout
      do {
        layout = try Layout(finding: profiles, in: rows)
      } catch {
        refused = refused ?? error
        continue
      }
      isRead = true
      var reader = OrderSheetReader(layout: layout)
      let isOnly = file.tables.count == 1
      let title = layout.preamble.map { $0.joined(separator: "\t") }.joined(separator: "\n")
      var found: [SheetOrder] = []
      try table.asWide(as: layout.header.count).forEachRow { row in
        var line = row.line
        do {
          guard let said = try reader.read(row) else { return }
          line = said.line
          guard said.quantity > .zero else {
            unordered += 1
            return
          }
          let buyer = try catalogue.buyer(said.buyer, else: request.buyer)
          let wished =
            try day(said.wished) ?? request.wished ?? (try day(reader.titleDay))
          let product = try catalogue.product(said)
          let place =
            found.firstIndex { $0.buyer == buyer && $0.wished == wished } ?? found.count
          if place == found.count {
            found.append(
              SheetOrder(
                sheet: isOnly ? "" : table.name ?? "", buyer: buyer, wished: wished, title: title))
          }
          if found[place].lines.contains(where: { $0.code == product.code }) {
            throw Problem("stock_item_twice", ["code": product.code])
          }
          found[place].lines.append(product)
        } catch let problem as RowProblem {
          problems.append(
            Problem(
              problem.reason,
              ["column": problem.column, "value": problem.value, "sheet_line": String(line)]))
        } catch var problem as Problem {
          problem.facts["sheet_line"] = String(line)
          problems.append(problem)
        }
      }
      orders += found
    }
    if !problems.isEmpty { throw Problems(problems) }
    if !isRead, let refused { throw refused }
    if orders.isEmpty { throw Problem("sheet_orders_nothing", ["file": request.name]) }
    return (orders, unordered)
  }

  private var options: TableFile.Options {
    var options = TableFile.Options()
    options.name = request.name.split(separator: "/").last.map(String.init)
    return options
  }

  private func day(_ text: String?) throws -> BusinessDay? { text.flatMap { BusinessDay($0) } }
}

/// The products and buyers that rows of a sheet name.
private struct Catalogue {
  let session: Session
  /// The codes of buyers by their codes and names; of a name that several have, all.
  private var buyers: [String: [String]] = [:]
  /// The skus of products by their names.
  private var skus: [String: [String]] = [:]

  init(session: Session) throws {
    self.session = session
    for row in try session.execute("SELECT code, name FROM buyer WHERE active ORDER BY code") {
      let (code, name) = try row.decode((String, String).self)
      buyers[code, default: []].append(code)
      if name != code { buyers[name, default: []].append(code) }
    }
    for row in try session.execute("SELECT sku, name FROM product WHERE active ORDER BY sku") {
      let (sku, name) = try row.decode((String, String).self)
      skus[Self.plain(name), default: []].append(sku)
    }
  }

  private static func plain(_ name: String) -> String {
    name.halfWidth.filter { !$0.isWhitespace }
  }

  /// The code of the buyer that a row or the request names.
  func buyer(_ named: String, else asked: String?) throws(Problem) -> String {
    guard !named.isEmpty else {
      guard let asked else { throw Problem("sheet_buyer_missing") }
      return asked
    }
    let found = buyers[named] ?? []
    if let asked {
      guard found.contains(asked) else {
        throw Problem("sheet_buyer_differs", ["name": named, "code": asked])
      }
      return asked
    }
    guard found.count == 1 else {
      throw Problem(
        found.isEmpty ? "sheet_buyer_unknown" : "sheet_name_ambiguous",
        ["name": named, "codes": found.joined(separator: ", ")])
    }
    return found[0]
  }

  /// The line of a row: its product by code or barcode, else by name, in a unit that the product has.
  func product(_ said: OrderSheetReader.Line) throws -> OrderLine {
    var code = said.code
    if code.isEmpty {
      let found = skus[Self.plain(said.name)] ?? []
      guard found.count == 1 else {
        throw Problem(
          found.isEmpty ? "sheet_product_unknown" : "sheet_name_ambiguous",
          ["name": said.name, "codes": found.joined(separator: ", ")])
      }
      code = found[0]
    }
    let sku = try session.execute(
      """
      SELECT p.sku FROM goods_of(ARRAY[\(code)], ARRAY[\(said.quantity.description)::numeric], ARRAY[\(said.unit)]) g
      JOIN product p ON p.product_id = g.products[1]
      """
    ).single().decode(String.self)
    return OrderLine(code: sku, quantity: said.quantity, unit: said.unit, price: said.price)
  }
}
