internal import Domain
internal import Postgres

/// Suppliers, buyers, locations, units.
extension Programme {
  /// Adds a supplier, or changes one; nil leaves a field as it is.
  ///
  /// - Throws: `Problem` `supplier_exists` or `supplier_unknown`; `PostgresError`.
  public func saveSupplier(
    _ code: String, name: String?, kind: String?, households: Int?, township: String?,
    isActive: Bool?, isNew: Bool
  ) throws {
    try save("supplier", code, isNew: isNew) {
      """
      INSERT INTO supplier (code, name, kind, households, township)
      VALUES (\(code), \(name), coalesce(\(kind), 'company'), coalesce(\(households)::integer, 0),
        coalesce(\(township), ''))
      """
    } change: {
      """
      UPDATE supplier SET name = coalesce(\(name), name), kind = coalesce(\(kind), kind),
        households = coalesce(\(households)::integer, households),
        township = coalesce(\(township), township), active = coalesce(\(isActive)::boolean, active)
      WHERE code = \(code)
      """
    }
  }

  /// Adds a buyer, or changes one; nil leaves a field as it is.
  ///
  /// - Throws: `Problem` `buyer_exists` or `buyer_unknown`; `PostgresError`.
  public func saveBuyer(
    _ code: String, name: String?, kind: String?, province: String?, isActive: Bool?, isNew: Bool
  ) throws {
    try save("buyer", code, isNew: isNew) {
      """
      INSERT INTO buyer (code, name, kind, province)
      VALUES (\(code), \(name), coalesce(\(kind), 'institution'), coalesce(\(province), ''))
      """
    } change: {
      """
      UPDATE buyer SET name = coalesce(\(name), name), kind = coalesce(\(kind), kind),
        province = coalesce(\(province), province), active = coalesce(\(isActive)::boolean, active)
      WHERE code = \(code)
      """
    }
  }

  /// Adds a location, or changes one; nil leaves a field as it is.
  ///
  /// - Throws: `Problem` `location_exists` or `location_unknown`; `PostgresError`.
  public func saveLocation(
    _ code: String, name: String?, kind: String?, isDefault: Bool, isActive: Bool?, isNew: Bool
  ) throws {
    try connection.transaction {
      // Of two that make theirs the default one the second waits for the first.
      if isDefault { try connection.execute("LOCK TABLE location IN SHARE ROW EXCLUSIVE MODE") }
      try save("location", code, isNew: isNew) {
        """
        INSERT INTO location (code, name, kind)
        VALUES (\(code), \(name), coalesce(\(kind), 'shop'))
        """
      } change: {
        """
        UPDATE location SET name = coalesce(\(name), name), kind = coalesce(\(kind), kind),
          active = coalesce(\(isActive)::boolean, active)
        WHERE code = \(code)
        """
      }
      if isDefault {
        try connection.execute("UPDATE location SET is_default = false WHERE is_default")
        try connection.execute("UPDATE location SET is_default = true WHERE code = \(code)")
      }
    }
  }

  /// Adds a unit; whole ones refuse fractions, and measures such as 公斤 are never whole.
  public func addUnit(_ code: String, english: String, isWhole: Bool) throws {
    try save("unit", code, isNew: true) {
      """
      INSERT INTO unit (code, english, whole)
      SELECT \(code), \(english), \(isWhole) AND NOT EXISTS (SELECT FROM measure m WHERE m.code = lower(\(code)))
      """
    } change: {
      "SELECT"
    }
  }

  func save(
    _ noun: String, _ code: String, isNew: Bool, add: () -> Query, change: () -> Query
  ) throws {
    let known = try connection.execute(
      "SELECT FROM \(identifier: noun) WHERE code = \(code)")
    if isNew, !known.isEmpty { throw Problem(noun + "_exists", ["code": code]) }
    if !isNew, known.isEmpty { throw Problem(noun + "_unknown", ["code": code]) }
    try connection.execute(isNew ? add() : change())
  }

  /// Lists the suppliers.
  public func suppliers(_ code: String? = nil) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT s.code, s.name, s.kind, s.households, s.township,
          (SELECT count(*) FROM product p WHERE p.supplier_id = s.supplier_id) AS products,
          CASE WHEN s.active THEN 'yes' ELSE 'no' END AS active
        FROM supplier s WHERE \(code)::text IS NULL OR s.code = \(code) ORDER BY s.code
        """))
  }

  /// Lists the buyers, with what each still owes, in yuan.
  public func buyers(_ code: String? = nil) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT b.code, b.name, b.kind, b.province, coalesce(d.owed, 0.00) AS owed,
          CASE WHEN b.active THEN 'yes' ELSE 'no' END AS active
        FROM buyer b
        LEFT JOIN (SELECT buyer_id, sum(receivable) AS owed FROM document WHERE buyer_id IS NOT NULL AND NOT signed
                   GROUP BY buyer_id) d ON d.buyer_id = b.buyer_id
        WHERE \(code)::text IS NULL OR b.code = \(code) ORDER BY b.code
        """))
  }

  /// Lists the locations.
  public func locations(_ code: String? = nil) throws -> Listed {
    Listed(
      try connection.execute(
        """
        SELECT code, name, kind, CASE WHEN is_default THEN 'yes' ELSE 'no' END AS is_default,
          CASE WHEN active THEN 'yes' ELSE 'no' END AS active
        FROM location WHERE \(code)::text IS NULL OR code = \(code) ORDER BY code
        """))
  }

  /// Lists the units.
  public func units() throws -> Listed {
    Listed(
      try connection.execute(
        "SELECT code, english, CASE WHEN whole THEN 'yes' ELSE 'no' END AS whole FROM unit ORDER BY code"
      ))
  }
}
