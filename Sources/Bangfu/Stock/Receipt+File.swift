internal import Domain
internal import Tabular

extension Receipt {
  /// Reads the lines of a delivery from a CSV file: columns `sku`, `quantity`, and maybe `unit`, `cost`, `lot`,
  /// `produced`, `expires`, found by name.
  ///
  /// - Throws: `Problems` with every row's fault; `Problem` `receipt_columns`, `receipt_column_unknown`, `receipt_column_twice`, or what
  ///   is wrong with the file.
  public static func lines(ofFile path: String) throws -> [Line] {
    try translating {
      var indices: [String: Int]?
      var width = 0
      var lines: [Line] = []
      var problems: [Problem] = []
      try TextFile.open(path).forEachRow { row in
        let cells = (0..<row.count).map { row.trimmed($0) }
        guard let columns = indices else {
          indices = try columnIndices(cells)
          width = cells.count
          return
        }
        do {
          guard cells.count == width else {
            throw Problem(
              "receipt_row_width", ["fields": String(cells.count), "header": String(width)])
          }
          var line = try line { name in columns[name].map { cells[$0] } ?? "" }
          line.fileLine = row.line
          lines.append(line)
        } catch var problem as Problem {
          problem.facts["line"] = String(row.line)
          problems.append(problem)
        }
      }
      if !problems.isEmpty { throw Problems(problems) }
      if lines.isEmpty { throw Problem("receipt_columns") }
      return lines
    }
  }

  private static func line(_ cell: (String) -> String) throws(Problem) -> Line {
    let entered = try EnteredQuantity(
      asked: cell("quantity"), of: cell("sku"), unit: cell("unit"))
    var line = Line(code: cell("sku"), entered)
    if !cell("cost").isEmpty { line.cost = try Money(asked: cell("cost"), in: cell("sku")) }
    line.lot = cell("lot").isEmpty ? nil : cell("lot")
    line.produced = try day(cell("produced"))
    line.expires = try day(cell("expires"))
    return line
  }

  private static func day(_ text: String) throws(Problem) -> BusinessDay? {
    if text.isEmpty { return nil }
    guard let day = BusinessDay(text) else { throw Problem("day_malformed", ["value": text]) }
    return day
  }

  private static let titles: [String: [String]] = [
    "sku": ["sku", "货号", "barcode", "条码"], "quantity": ["quantity", "数量"],
    "unit": ["unit", "单位"], "cost": ["cost", "进价", "单价"],
    "lot": ["lot", "批号"], "produced": ["produced", "生产日期"], "expires": ["expires", "保质期至", "到期日"],
  ]

  /// Columns that people keep for themselves.
  private static let remarks = ["name", "名称", "品名", "商品名称", "规格", "note", "备注"]

  private static func columnIndices(_ cells: [String]) throws -> [String: Int] {
    let names = cells.map(canonicalHeader)
    var indices: [String: Int] = [:]
    var known = Set(remarks.map(canonicalHeader))
    for (name, titles) in titles {
      let titles = titles.map(canonicalHeader)
      let found = names.indices.filter { titles.contains(names[$0]) }
      if found.count > 1 { throw Problem("receipt_column_twice", ["column": cells[found[1]]]) }
      indices[name] = found.first
      known.formUnion(titles)
    }
    guard indices["sku"] != nil, indices["quantity"] != nil else {
      throw Problem("receipt_columns")
    }
    let unknown = names.indices.filter { !names[$0].isEmpty && !known.contains(names[$0]) }
    guard unknown.isEmpty else {
      throw Problem(
        "receipt_column_unknown", ["columns": unknown.map { cells[$0] }.joined(separator: ", ")])
    }
    return indices
  }
}
