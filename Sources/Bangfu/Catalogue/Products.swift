public import Domain
internal import Postgres

/// What a text that a clerk scanned or typed finds.
public struct ProductsFound: Equatable, Sendable {
  /// The products.
  public let goods: [Goods]
  /// Whether the text is a code of theirs.
  public let isCode: Bool
}

/// A product of the catalogue.
public struct Product: Equatable, Sendable {
  /// Its code, name and base unit.
  public let sku: String, name: String, unit: String
  /// Yuan for a base unit.
  public let price: Money
  /// A word to group products by; the supplier's code, empty for none; where it comes from; pinyin initials.
  public let category: String, supplier: String, origin: String, initials: String
  /// Its barcodes.
  public let barcodes: [String]
  /// Whether its stock is kept by lot, and the days from production to expiry, where they are known.
  public let hasLots: Bool, shelfDays: Int?
  /// Whether it is sold.
  public let isActive: Bool
  /// Its own units as lists of products have them: `箱=10 件=60`.
  public let units: String
}

/// The products.
public struct Products {
  let session: Session

  /// Adds a product.
  ///
  /// - Throws: `Problem` `product_exists`, `supplier_unknown`, `unit_unknown`; the name of the constraint that
  ///   refused it.
  public func add(_ product: ProductDraft) throws { try save(product, isNew: true) }

  /// Changes a product.
  ///
  /// - Throws: `Problem` `product_unknown`, `supplier_unknown`, `unit_unknown`; the name of the constraint that
  ///   refused it.
  public func change(_ product: ProductDraft) throws { try save(product, isNew: false) }

  private func save(_ product: ProductDraft, isNew: Bool) throws {
    try session.transaction {
      let isKnown = try session.finds("SELECT FROM product WHERE sku = \(product.sku)")
      if isNew, isKnown { throw Problem("product_exists", ["code": product.sku]) }
      if !isNew, !isKnown { throw Problem("product_unknown", ["code": product.sku]) }
      if try store(product) { try session.judgeAnew("product change") }
    }
  }

  /// Stores a product under its sku, new or not; inside a transaction.
  ///
  /// Returns whether its origin changed, so that its sales have to be judged anew.
  func store(_ product: ProductDraft) throws -> Bool {
    let initials = product.initials ?? product.name.map(Pinyin.initials)
    let saved = try session.execute(
      """
      SELECT save_product(\(product.sku), \(product.name), \(product.unit), \(product.price?.description)::numeric,
        \(product.category), \(product.supplier), \(product.origin), \(initials), \(product.shelfDays)::bigint,
        \(product.isActive))
      """)
    if let hasLots = product.hasLots {
      try session.execute("SELECT keep_by_lot(\(product.sku), \(hasLots))")
    }
    if let isService = product.isService {
      try session.execute("SELECT make_service(\(product.sku), \(isService))")
    }
    for barcode in product.barcodes where !barcode.isEmpty {
      try session.execute("SELECT save_barcode(\(product.sku), \(barcode))")
    }
    for unit in product.units {
      try ProductUnits(session: session).ensure(unit, of: product.sku)
    }
    return try saved.single().decode(Bool.self)
  }

  /// Lists products whose code, barcode, name or initials contain a text; all without one.
  public func list(matching text: String? = nil) throws -> [Product] {
    try products(
      """
      \(text)::text IS NULL OR strpos(lower(p.sku), lower(\(text))) > 0
        OR strpos(\(unescaped: Products.squeezing("p.name")), \(text.map(Products.squeezed))) > 0
        OR strpos(\(unescaped: Products.squeezing("p.initials")), \(text.map(Products.squeezed))) > 0
        OR EXISTS (SELECT FROM barcode b WHERE b.product_id = p.product_id AND b.code = \(text))
      """)
  }

  /// Shows the product of a sku or barcode; two, where a sku is a barcode of another one.
  ///
  /// - Throws: `Problem` `product_unknown`.
  public func show(_ code: String) throws -> [Product] {
    let found = try products(
      """
      p.sku = \(code)
        OR EXISTS (SELECT FROM barcode b WHERE b.product_id = p.product_id AND b.code = \(code))
      """)
    if found.isEmpty { throw Problem("product_unknown", ["code": code]) }
    return found
  }

  private func products(_ condition: Query) throws -> [Product] {
    let query = Query(
      unsafeSQL: """
        SELECT p.sku, p.name, p.unit, p.price, p.category, coalesce(s.code, ''), p.origin, p.initials,
          coalesce((SELECT array_agg(b.code ORDER BY b.code) FROM barcode b WHERE b.product_id = p.product_id), '{}'),
          p.lots, p.shelf_days, p.active,
          coalesce((SELECT string_agg(q.unit || '=' || ratio_text(q.numerator, q.denominator), ' ' ORDER BY q.unit)
            FROM product_unit q WHERE q.product_id = p.product_id), '')
        FROM product p
        LEFT JOIN supplier s ON s.supplier_id = p.supplier_id
        WHERE \(condition.sql)
        ORDER BY p.sku
        """, values: condition.values)
    return try session.execute(query).map { row in
      let (sku, name, unit, price, category, supplier, origin, initials) = try row.decode(
        (String, String, String, Money, String, String, String, String).self)
      let (barcodes, hasLots, shelfDays, isActive, units) = try row.decode(
        ([String], Bool, Int?, Bool, String).self, from: 8)
      return Product(
        sku: sku, name: name, unit: unit, price: price, category: category, supplier: supplier,
        origin: origin, initials: initials, barcodes: barcodes, hasLots: hasLots,
        shelfDays: shelfDays, isActive: isActive, units: units)
    }
  }

  /// Finds what a clerk scanned or typed: a sku, a barcode, part of a name, or pinyin initials.
  ///
  /// A code found exactly is the only result, and `isCode` then; else products that contain the text, one more than `mostFound` at most,
  /// whatever spaces stand in it or in their names.
  public func find(_ text: String) throws -> ProductsFound {
    let exact = try goods(
      """
      p.sku = \(text) OR p.product_id = (SELECT b.product_id FROM barcode b WHERE b.code = \(text))
      """)
    if !exact.isEmpty { return ProductsFound(goods: exact, isCode: true) }
    let wanted = Products.squeezed(text)
    let found = try goods(
      """
      strpos(\(unescaped: Products.squeezing("p.name")), \(wanted)) > 0
        OR strpos(\(unescaped: Products.squeezing("p.initials")), \(wanted)) > 0
        OR strpos(lower(p.sku), \(text.lowercased())) = 1
      """)
    return ProductsFound(goods: found, isCode: false)
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

  private func goods(_ condition: Query) throws -> [Goods] {
    let query = Query(
      unsafeSQL: """
        SELECT p.sku, p.name, p.unit, u.whole, p.price, r.codes, r.numerators, r.denominators
        FROM product p
        JOIN unit u ON u.code = p.unit
        CROSS JOIN LATERAL (
          SELECT coalesce(array_agg(r.code), '{}') AS codes, coalesce(array_agg(r.numerator), '{}') AS numerators,
            coalesce(array_agg(r.denominator), '{}') AS denominators
          FROM unit_of_product r WHERE r.product_id = p.product_id AND r.code <> p.unit
        ) r
        WHERE p.active AND (\(condition.sql))
        ORDER BY p.sku LIMIT \(Products.mostFound + 1)
        """, values: condition.values)
    return try session.execute(query).map { row in
      let (sku, name, unit, isWhole, price, codes, numerators, denominators) = try row.decode(
        (String, String, String, Bool, Money, [String], [Int64], [Int64]).self)
      let ratios = zip(codes, zip(numerators, denominators)).compactMap { code, parts in
        UnitRatio(parts.0, parts.1).map { (code, $0) }
      }
      return Goods(
        sku: sku, name: name, unit: unit, isWhole: isWhole, price: price,
        units: Dictionary(ratios) { first, _ in first })
    }
  }
}
