internal import Domain
internal import Postgres
internal import Tabular

/// What importing a product list did.
public struct ProductImport: Equatable, Sendable {
  /// Data rows; new + changed + same.
  public let rows: Int
  /// Products that were not there.
  public let new: Int
  /// Products of which something changed.
  public let changed: Int
  /// Suppliers that were not there, made as companies.
  public let suppliers: [String]
}

extension Products {
  /// Imports a product list, all or nothing: columns `sku`, `name`, `unit`, `price`, others optional.
  ///
  /// Columns are found by name (货号, 名称, 单位, 价格 too). A sku that is known is changed. A supplier
  /// that is not known is made, as a company of that name. Units of a product's own are added; none is changed
  /// or taken away.
  ///
  /// - Throws: `Problems` with every row's fault; `Problem` `column_missing`, or what is wrong with the file.
  public func importFile(_ path: String) throws -> ProductImport {
    try translating {
      let file = try TextFile.open(path)
      var indices: [String: Int]?
      var width = 0
      var products: [(line: Int, product: ProductDraft)] = []
      var problems: [Problem] = []
      try file.forEachRow { row in
        let cells = (0..<row.count).map { row.trimmed($0) }
        guard let columns = indices else {
          indices = try ProductColumns.indices(in: cells)
          width = cells.count
          return
        }
        do {
          if let last = cells.lastIndex(where: { !$0.isEmpty }), last >= width {
            throw Problem(
              "receipt_row_width", ["fields": String(last + 1), "header": String(width)])
          }
          products.append((row.line, try ProductColumns.product(cells, columns)))
        } catch var problem as Problem {
          problem.facts["line"] = String(row.line)
          problems.append(problem)
        }
      }
      if !problems.isEmpty { throw Problems(problems) }
      return try session.transaction { try store(products) }
    }
  }

  private func store(_ products: [(line: Int, product: ProductDraft)]) throws -> ProductImport {
    var problems: [Problem] = []
    var suppliers: [String] = []
    var isJudged = false
    let before = try fingerprints()
    for (line, product) in products {
      do {
        try session.execute("SAVEPOINT row")
        if let code = product.supplier, !code.isEmpty, try Suppliers(session: session).make(code) {
          suppliers.append(code)
        }
        if try store(product) { isJudged = true }
        try session.execute("RELEASE SAVEPOINT row")
      } catch {
        guard var problem = fault(error, of: product) else { throw error }
        problem.facts["line"] = String(line)
        problems.append(problem)
        try session.execute("ROLLBACK TO SAVEPOINT row")
        try session.execute("RELEASE SAVEPOINT row")
      }
    }
    if !problems.isEmpty { throw Problems(problems) }
    if isJudged { try session.judgeAnew("product import") }
    let after = try fingerprints()
    let new = after.keys.filter { before[$0] == nil }.count
    let changed = before.filter { after[$0.key] != $0.value }.count
    return ProductImport(rows: products.count, new: new, changed: changed, suppliers: suppliers)
  }

  /// What is wrong with a product, where it is the list that is to blame.
  private func fault(_ error: any Error, of product: ProductDraft) -> Problem? {
    if let problem = error as? Problem { return problem }
    guard let error = error as? PostgresError else { return nil }
    return error.refusal ?? error.constraint.map { Problem($0, ["code": product.sku]) }
  }

  /// Every product's row as one text, by sku.
  private func fingerprints() throws -> [String: String] {
    let rows = try session.execute(
      """
      SELECT p.sku, concat_ws('|', p.name, p.unit, p.price, p.category, p.supplier_id, p.origin, p.initials, p.lots, p.shelf_days,
        (SELECT string_agg(b.code, ' ' ORDER BY b.code) FROM barcode b WHERE b.product_id = p.product_id),
        (SELECT string_agg(concat_ws(' ', q.unit, q.numerator, q.denominator), ' ' ORDER BY q.unit)
         FROM product_unit q WHERE q.product_id = p.product_id))
      FROM product p
      """)
    return Dictionary(
      rows.map { ($0.text(0) ?? "", $0.text(1) ?? "") }, uniquingKeysWith: { first, _ in first })
  }
}

/// The columns of a product list.
private enum ProductColumns {
  static let names: [String: [String]] = [
    "sku": ["sku", "货号", "商品编码"], "name": ["name", "名称", "品名", "商品名称"], "unit": ["unit", "单位"],
    "price": ["price", "价格", "单价", "售价"], "barcode": ["barcode", "条码"],
    "category": ["category", "类别", "分类"], "supplier": ["supplier", "供应商"],
    "origin": ["origin", "产地"],
    "initials": ["initials", "拼音", "简码"], "lots": ["lots", "批次管理"],
    "shelf-days": ["shelfdays", "shelf_days", "shelf-days", "保质期天数"],
    "units": ["units", "换算", "多单位", "其他单位"],
  ]

  static func indices(in header: [String]) throws(Problem) -> [String: Int] {
    let header = header.map(canonicalHeader)
    var indices: [String: Int] = [:]
    for (column, names) in names {
      let found = header.indices.filter { names.contains(header[$0]) }
      guard found.count <= 1 else {
        throw Problem(
          "column_twice",
          [
            "column": column, "row": "1",
            "places": found.map { String($0 + 1) }.joined(separator: ", "),
          ])
      }
      indices[column] = found.first
    }
    let missing = ["sku", "name", "unit", "price"].filter { indices[$0] == nil }
    guard missing.isEmpty else {
      throw Problem(
        "column_missing",
        ["columns": missing.joined(separator: ", "), "row": "1", "profile": "products"])
    }
    return indices
  }

  static func product(_ cells: [String], _ indices: [String: Int]) throws(Problem) -> ProductDraft {
    func cell(_ column: String) -> String? {
      indices[column].flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
    }
    guard let sku = cell("sku") else { throw Problem("product_cell_missing", ["column": "sku"]) }
    var product = ProductDraft(sku: sku)
    for column in ["name", "unit", "price"] where cell(column) == nil {
      throw Problem("product_cell_missing", ["column": column, "code": sku])
    }
    product.name = cell("name")
    product.unit = cell("unit")
    product.price = try Money(asked: cell("price") ?? "", in: sku)
    product.barcodes = (cell("barcode") ?? "").split(separator: " ").map(String.init)
    product.units = try OwnUnit.list(cell("units") ?? "", of: sku)
    product.category = cell("category")
    product.supplier = cell("supplier")
    product.origin = cell("origin")
    product.initials = cell("initials")
    if let word = cell("lots") {
      guard let hasLots = ["yes": true, "是": true, "no": false, "否": false][word] else {
        throw Problem("lots_word_unknown", ["code": sku, "value": word])
      }
      product.hasLots = hasLots
    }
    if let days = cell("shelf-days") {
      guard let number = Int(days) else {
        throw Problem("product_shelf_days_positive", ["code": sku])
      }
      product.shelfDays = number
    }
    return product
  }
}
