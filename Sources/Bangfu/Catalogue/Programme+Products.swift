public import Domain
internal import Postgres

/// A product as the counter sells it.
public struct SaleItem: Equatable, Sendable {
  /// The product's code, name and unit.
  public let sku: String, name: String, unit: String
  /// Whether the unit refuses fractions.
  public let isWhole: Bool
  /// Yuan for a base unit.
  public let price: Money
  /// The other units it may be entered in, by name.
  public let units: [String: UnitRatio]
}

extension Programme {
  /// Adds a product, or changes one.
  ///
  /// - Throws: `Problem` `product_exists`, `product_unknown`, `supplier_unknown`, `unit_unknown`;
  ///   `PostgresError` with the name of the constraint that refused it.
  public func save(_ product: Product, isNew: Bool) throws {
    try connection.transaction {
      let known = try connection.execute("SELECT FROM product WHERE sku = \(product.sku)")
      if isNew, !known.isEmpty { throw Problem("product_exists", ["code": product.sku]) }
      if !isNew, known.isEmpty { throw Problem("product_unknown", ["code": product.sku]) }
      try store(product)
    }
  }

  /// Stores a product under its sku, new or not; inside a transaction.
  func store(_ product: Product) throws {
    if let supplier = product.supplier, !supplier.isEmpty {
      let found = try connection.execute("SELECT FROM supplier WHERE code = \(supplier)")
      if found.isEmpty { throw Problem("supplier_unknown", ["code": supplier]) }
    }
    if let unit = product.unit {
      let found = try connection.execute("SELECT FROM unit WHERE code = \(unit)")
      if found.isEmpty { throw Problem("unit_unknown", ["unit": unit]) }
    }
    let initials = product.initials ?? product.name.map(Pinyin.initials)
    let known = try connection.execute("SELECT FROM product WHERE sku = \(product.sku)")
    if known.isEmpty {
      try connection.execute(
        """
        INSERT INTO product (sku, name, unit, price, category, supplier_id, origin, initials)
        SELECT \(product.sku), \(product.name), \(product.unit), \(product.price?.description)::numeric,
          coalesce(\(product.category), ''), (SELECT supplier_id FROM supplier WHERE code = \(product.supplier)),
          coalesce(nullif(\(product.origin), ''), g.county), coalesce(\(initials), '')
        FROM programme g
        """)
    } else {
      if let unit = product.unit {
        try connection.execute("SELECT change_base_unit(\(product.sku), \(unit))")
      }
      try connection.execute(
        """
        UPDATE product SET name = coalesce(\(product.name), name),
          price = coalesce(\(product.price?.description)::numeric, price),
          category = coalesce(\(product.category), category),
          supplier_id = CASE WHEN \(product.supplier)::text IS NULL THEN supplier_id
            ELSE (SELECT s.supplier_id FROM supplier s WHERE s.code = \(product.supplier)) END,
          origin = coalesce(nullif(\(product.origin), ''), origin), initials = coalesce(\(initials), initials),
          active = coalesce(\(product.isActive)::boolean, active)
        WHERE sku = \(product.sku)
        """)
    }
    if let days = product.shelfDays {
      try connection.execute(
        """
        UPDATE product SET shelf_days = least(\(days)::bigint, 100000) WHERE sku = \(product.sku)
        """)
    }
    if let hasLots = product.hasLots {
      try connection.execute("SELECT keep_by_lot(\(product.sku), \(hasLots))")
    }
    for barcode in product.barcodes where !barcode.isEmpty {
      try add(barcode: barcode, to: product.sku)
    }
    for unit in product.units { try list(unit, of: product.sku) }
  }

  private func add(barcode: String, to sku: String) throws {
    let owner = try connection.execute(
      """
      SELECT p.sku FROM barcode b JOIN product p ON p.product_id = b.product_id
      WHERE b.code = \(barcode)
      """)
    if let other = owner.first?.text(0) {
      if other != sku { throw Problem("barcode_taken", ["barcode": barcode, "code": other]) }
      return
    }
    try connection.execute(
      """
      INSERT INTO barcode (code, product_id)
      SELECT \(barcode), product_id FROM product WHERE sku = \(sku)
      """)
  }

  /// Lists products whose code, barcode, name or initials contain a text; all without one.
  public func products(matching text: String? = nil) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT p.sku, p.name, p.unit, p.price, p.category, coalesce(s.code, '') AS supplier, p.origin, p.initials,
          (SELECT coalesce(string_agg(b.code, ' ' ORDER BY b.code), '') FROM barcode b
           WHERE b.product_id = p.product_id) AS barcode,
          CASE WHEN p.lots THEN 'yes' ELSE '' END AS lots, coalesce(p.shelf_days::text, '') AS shelf_days,
          CASE WHEN p.active THEN 'yes' ELSE 'no' END AS active,
          coalesce((SELECT string_agg(q.unit || '=' || ratio_text(q.numerator, q.denominator), ' ' ORDER BY q.unit)
            FROM product_unit q WHERE q.product_id = p.product_id), '') AS units
        FROM product p
        LEFT JOIN supplier s ON s.supplier_id = p.supplier_id
        WHERE \(text)::text IS NULL OR strpos(lower(p.sku), lower(\(text))) > 0
          OR strpos(\(unescaped: Programme.squeezing("p.name")), \(text.map(Programme.squeezed))) > 0
          OR strpos(\(unescaped: Programme.squeezing("p.initials")), \(text.map(Programme.squeezed))) > 0
          OR EXISTS (SELECT FROM barcode b WHERE b.product_id = p.product_id AND b.code = \(text))
        ORDER BY p.sku
        """))
  }

  /// Shows one product.
  ///
  /// - Throws: `Problem` `product_unknown`.
  public func product(_ code: String) throws -> Listed {
    let found = try products(matching: code)
    let exact = found.rows.filter { row in
      row[0] == code || row[8].split(separator: " ").contains { $0 == code }
    }
    if exact.isEmpty { throw Problem("product_unknown", ["code": code]) }
    return Listed(keys: found.keys, rows: exact)
  }

  /// Finds what a clerk scanned or typed: a sku, a barcode, part of a name, or pinyin initials.
  ///
  /// A code found exactly is the only answer, and `isCode` then; else products that contain the text, one more than `mostFound` at most,
  /// whatever spaces stand in it or in their names.
  public func saleItems(matching text: String) throws -> (items: [SaleItem], isCode: Bool) {
    let exact = try items(
      """
      p.sku = \(text) OR p.product_id = (SELECT b.product_id FROM barcode b WHERE b.code = \(text))
      """)
    if !exact.isEmpty { return (exact, true) }
    let wanted = Programme.squeezed(text)
    let found = try items(
      """
      strpos(\(unescaped: Programme.squeezing("p.name")), \(wanted)) > 0
        OR strpos(\(unescaped: Programme.squeezing("p.initials")), \(wanted)) > 0
        OR strpos(lower(p.sku), \(text.lowercased())) = 1
      """)
    return (found, false)
  }

  /// How many products a text may find that are shown to choose from.
  public static let mostFound = 20

  /// A text as names are searched: small letters, and no spaces.
  private static func squeezed(_ text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace }
  }

  /// The SQL that makes the same of a column.
  private static func squeezing(_ column: String) -> String {
    "translate(lower(\(column)), E' \\t\\u00A0\\u3000', '')"
  }

  private func items(_ condition: Query) throws -> [SaleItem] {
    let query = Query(
      unsafeSQL: """
        SELECT p.sku, p.name, p.unit, u.whole, p.price,
          coalesce((SELECT string_agg(concat_ws(' ', r.numerator, r.denominator, r.code), E'\\n')
            FROM unit_of_product r WHERE r.product_id = p.product_id AND r.code <> p.unit), '')
        FROM product p JOIN unit u ON u.code = p.unit
        WHERE p.active AND (\(condition.sql))
        ORDER BY p.sku LIMIT \(Programme.mostFound + 1)
        """, values: condition.values)
    return try connection.execute(query).map { row in
      let (sku, name, unit, whole) = try row.decode((String, String, String, Bool).self)
      return try SaleItem(
        sku: sku, name: name, unit: unit, isWhole: whole, price: row.money(4),
        units: ratios(row.text(5) ?? ""))
    }
  }

  /// Reads a line a unit, as `1 2 斤`.
  private func ratios(_ text: String) -> [String: UnitRatio] {
    var ratios: [String: UnitRatio] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      ratios[String(parts[2])] = UnitRatio(Int64(parts[0]) ?? 0, Int64(parts[1]) ?? 0)
    }
    return ratios
  }
}
