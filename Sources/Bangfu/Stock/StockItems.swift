public import Domain
internal import Tabular

/// Goods that are moved: products, quantities, and maybe the unit and the lot of each.
public struct StockItems: Equatable, Sendable {
  /// Skus or barcodes.
  public var codes: [String] = []
  /// How many of its unit of each.
  public var numbers: [Quantity] = []
  /// The unit of each; nil for the product's base unit.
  public var units: [String?] = []
  /// The lot's number of each; nil for first expired, first out.
  public var lots: [String?] = []
  /// The line of the file that each was read from; nil for one that was typed.
  public var fileLines: [Int?] = []

  /// Makes none yet.
  public init() {}

  /// Adds `SKU:QUANTITY`, or `SKU:QUANTITY#LOT`; a unit may follow the quantity.
  ///
  /// - Parameters:
  ///   - text: what people wrote.
  ///   - isZeroToo: true where nothing is a quantity too, as in a count.
  /// - Throws: `Problem` `stock_item_malformed`, `quantity_malformed`, `quantity_not_positive`.
  public mutating func add(
    parsing text: String, orZero isZeroToo: Bool = false
  ) throws(Problem) {
    let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw Problem("stock_item_malformed", ["text": text])
    }
    let code = String(parts[0])
    add(
      code, try EnteredQuantity(asked: String(parts[1]), of: code, orZero: isZeroToo),
      lot: halves.count == 2 ? String(halves[1]) : nil, fileLine: nil)
  }

  /// What was counted, as people write it: zero is a quantity too.
  ///
  /// - Throws: `Problem` `stock_item_malformed`, `quantity_malformed`, `quantity_not_positive`.
  public init(counted texts: [String]) throws(Problem) {
    for text in texts { try add(parsing: text, orZero: true) }
  }

  /// Reads a sheet that was filled in: columns `sku`, `found`, and maybe `unit` and `lot`; rows whose `found` is
  /// blank were not counted.
  ///
  /// - Throws: `Problems`; `Problem` `count_columns`, `count_nothing`, or what is wrong with the file.
  public init(countedInFile path: String) throws {
    try translating {
      var indices: (sku: Int, counted: Int, unit: Int?, lot: Int?)?
      var problems: [Problem] = []
      var items = StockItems()
      try TextFile.open(path).forEachRow { row in
        let cells = (0..<row.count).map { row.trimmed($0) }
        guard let columns = indices else {
          let names = cells.map(canonicalHeader)
          func index(_ titles: String...) -> Int? {
            titles.lazy.compactMap { names.firstIndex(of: $0) }.first
          }
          guard let sku = index("sku", "货号"), let counted = index("found", "盘到") else {
            throw Problem("count_columns")
          }
          indices = (sku, counted, index("unit", "单位"), index("lot", "批号"))
          return
        }
        guard columns.counted < cells.count, !cells[columns.counted].isEmpty else { return }
        func cell(_ index: Int?) -> String? {
          index.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
        }
        do {
          let code = cells[columns.sku]
          let entered = try EnteredQuantity(
            asked: cells[columns.counted], of: code, unit: cell(columns.unit) ?? "", orZero: true)
          items.add(code, entered, lot: cell(columns.lot), fileLine: row.line)
        } catch var problem as Problem {
          problem.facts["line"] = String(row.line)
          problems.append(problem)
        }
      }
      if !problems.isEmpty { throw Problems(problems) }
      if items.codes.isEmpty { throw Problem("count_nothing") }
      self = items
    }
  }

  private mutating func add(
    _ code: String, _ entered: EnteredQuantity, lot: String?, fileLine: Int?
  ) {
    codes.append(code)
    numbers.append(entered.number)
    units.append(entered.unit)
    lots.append(lot)
    fileLines.append(fileLine)
  }
}
