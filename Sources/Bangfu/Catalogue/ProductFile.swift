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
      let products = try ProductColumns.list.read(path, ProductColumns.product)
      return try session.transaction { try store(products) }
    }
  }

  private func store(_ products: [(line: Int, entry: ProductDraft)]) throws -> ProductImport {
    var suppliers: [String] = []
    var isJudged = false
    let before = try fingerprints()
    try session.store(products, code: \.sku) { product in
      if let code = product.supplier, !code.isEmpty, try Suppliers(session: session).make(code) {
        suppliers.append(code)
      }
      if try store(product) { isJudged = true }
    }
    if isJudged { try session.judgeAnew("product import") }
    let (new, changed) = session.compare(before, try fingerprints())
    return ProductImport(rows: products.count, new: new, changed: changed, suppliers: suppliers)
  }

  /// Every product's row as one text, by sku.
  private func fingerprints() throws -> [String: String] {
    try session.fingerprints(
      """
      SELECT p.sku, concat_ws('|', p.name, p.unit, p.price, p.category, p.supplier_id, p.origin, p.initials, p.lots, p.shelf_days,
        (SELECT string_agg(b.code, ' ' ORDER BY b.code) FROM barcode b WHERE b.product_id = p.product_id),
        (SELECT string_agg(concat_ws(' ', q.unit, q.numerator, q.denominator), ' ' ORDER BY q.unit)
         FROM product_unit q WHERE q.product_id = p.product_id))
      FROM product p
      """)
  }
}

/// The columns of a product list.
private enum ProductColumns {
  static let list = ListColumns(
    names: [
      "sku": ["sku", "货号", "商品编码"], "name": ["name", "名称", "品名", "商品名称"], "unit": ["unit", "单位"],
      "price": ["price", "价格", "单价", "售价"], "barcode": ["barcode", "条码"],
      "category": ["category", "类别", "分类"], "supplier": ["supplier", "供应商"],
      "origin": ["origin", "产地"],
      "initials": ["initials", "拼音", "简码"], "lots": ["lots", "批次管理"],
      "shelf-days": ["shelfdays", "shelf_days", "shelf-days", "保质期天数"],
      "units": ["units", "换算", "多单位", "其他单位"],
    ], needed: ["sku", "name", "unit", "price"], list: "products")

  static func product(_ cell: (String) -> String?) throws(Problem) -> ProductDraft {
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
