internal import Domain
internal import Postgres

/// A company, village collective, cooperative or household that delivers products.
public struct Supplier: Equatable, Sendable {
  /// Its code, name and kind: `company`, `collective`, `cooperative` or `household`.
  public let code: String, name: String, kind: String
  /// How many households it links that have no record of their own.
  public let households: Int
  /// Where it is.
  public let township: String
  /// How many products of it there are.
  public let products: Int
  /// Whether it is in use.
  public let isActive: Bool
}

/// A supplier as it is entered; nil leaves a field as it is, or at its default.
public struct SupplierDraft: Sendable {
  /// The supplier's code.
  public var code: String
  /// What people call it.
  public var name: String?
  /// `company` by default, `collective`, `cooperative` or `household`.
  public var kind: String?
  /// How many households it links that have no record of their own.
  public var households: Int?
  /// Where it is.
  public var township: String?
  /// Whether it is in use.
  public var isActive: Bool?

  /// Makes a supplier of which only the code is known.
  public init(code: String) { self.code = code }
}

/// The suppliers.
public struct Suppliers {
  let session: Session

  /// Adds a supplier.
  ///
  /// - Throws: `Problem` `supplier_exists`; the name of the constraint that refused it.
  public func add(_ supplier: SupplierDraft) throws { try save(supplier, isNew: true) }

  /// Changes a supplier.
  ///
  /// - Throws: `Problem` `supplier_unknown`; the name of the constraint that refused it.
  public func change(_ supplier: SupplierDraft) throws { try save(supplier, isNew: false) }

  private func save(_ it: SupplierDraft, isNew: Bool) throws {
    try session.execute(
      """
      SELECT save_supplier(\(isNew), \(it.code), \(it.name), \(it.kind), \(it.households)::integer, \(it.township),
        \(it.isActive))
      """)
  }

  /// Lists the suppliers.
  public func list() throws -> [Supplier] { try suppliers() }

  /// Shows a supplier.
  ///
  /// - Throws: `Problem` `supplier_unknown`.
  public func show(_ code: String) throws -> Supplier {
    try session.known(suppliers(code), "supplier", code)
  }

  private func suppliers(_ code: String? = nil) throws -> [Supplier] {
    try session.execute(
      """
      SELECT s.code, s.name, s.kind, s.households, s.township,
        (SELECT count(*) FROM product p WHERE p.supplier_id = s.supplier_id), s.active
      FROM supplier s WHERE \(code)::text IS NULL OR s.code = \(code) ORDER BY s.code
      """
    ).map { row in
      let (code, name, kind, households, township, products, isActive) = try row.decode(
        (String, String, String, Int, String, Int, Bool).self)
      return Supplier(
        code: code, name: name, kind: kind, households: households, township: township,
        products: products, isActive: isActive)
    }
  }

  /// Makes a supplier of a name, as a company, unless there is one; returns whether it was made.
  func make(_ name: String) throws -> Bool {
    try session.execute("SELECT make_supplier(\(name))").single().decode(Bool.self)
  }

  /// Makes sure that a supplier is there, so that a slip is not taken for an account of nothing.
  ///
  /// - Throws: `Problem` `supplier_unknown`.
  func expect(_ code: String) throws {
    if try !session.finds("SELECT FROM supplier WHERE code = \(code)") {
      throw Problem("supplier_unknown", ["code": code])
    }
  }
}
