public import Domain
internal import Tabular

/// Goods that are moved: products, base units, and maybe the lot of each.
public struct StockItems: Equatable, Sendable {
  /// Skus or barcodes.
  public var codes: [String] = []
  /// Base units of each.
  public var quantities: [Quantity] = []
  /// The lot's number of each; nil for first expired, first out.
  public var lots: [String?] = []

  /// Makes none yet.
  public init() {}

  /// Adds `SKU:QUANTITY`, or `SKU:QUANTITY#LOT`.
  ///
  /// - Throws: `Problem` `order_line_malformed`, `quantity_malformed`.
  public mutating func add(parsing text: String) throws(Problem) {
    let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw Problem("stock_item_malformed", ["text": text])
    }
    codes.append(String(parts[0]))
    quantities.append(try Quantity(asked: String(parts[1]), of: String(parts[0])))
    lots.append(halves.count == 2 ? String(halves[1]) : nil)
  }

  /// What was counted, as people write it: zero is a quantity too.
  ///
  /// - Throws: `Problem` `stock_item_malformed`, `quantity_malformed`.
  public init(counted texts: [String]) throws(Problem) {
    for text in texts {
      let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Problem("stock_item_malformed", ["text": text])
      }
      try add(
        String(parts[0]), counted: String(parts[1]),
        lot: halves.count == 2 ? String(halves[1]) : nil)
    }
  }

  /// Reads a sheet that was filled in: columns `sku`, `found`, and maybe `lot`; rows whose `found` is blank were
  /// not counted.
  ///
  /// - Throws: `Problems`; `Problem` `count_columns`; `TabularError`.
  public init(countedInFile path: String) throws {
    var places: (sku: Int, counted: Int, lot: Int?)?
    var problems: [Problem] = []
    var items = StockItems()
    try TextFile.open(path).forEachRow { row in
      let cells = (0..<row.count).map { row.trimmed($0) }
      guard let columns = places else {
        let names = cells.map(canonicalHeader)
        func place(_ titles: String...) -> Int? {
          titles.lazy.compactMap { names.firstIndex(of: $0) }.first
        }
        guard let sku = place("sku", "货号"), let counted = place("found", "盘到") else {
          throw Problem("count_columns")
        }
        places = (sku, counted, place("lot", "批号"))
        return
      }
      guard columns.counted < cells.count, !cells[columns.counted].isEmpty else { return }
      let lot = columns.lot.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
      do {
        try items.add(cells[columns.sku], counted: cells[columns.counted], lot: lot)
      } catch var problem as Problem {
        problem.facts["line"] = String(row.line)
        problems.append(problem)
      }
    }
    if !problems.isEmpty { throw Problems(problems) }
    self = items
  }

  private mutating func add(_ code: String, counted: String, lot: String?) throws(Problem) {
    guard let quantity = Quantity(counted), quantity >= .zero else {
      throw Problem("quantity_malformed", ["code": code, "quantity": counted])
    }
    codes.append(code)
    quantities.append(quantity)
    lots.append(lot)
  }
}
