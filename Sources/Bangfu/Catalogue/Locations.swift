internal import Domain
internal import Postgres

/// A shop, warehouse or stand, which holds stock.
public struct Location: Equatable, Sendable {
  /// Its code, name and kind: `shop`, `warehouse` or `stand`.
  public let code: String, name: String, kind: String
  /// Whether it is meant where none is named.
  public let isDefault: Bool
  /// Whether it is in use.
  public let isActive: Bool
}

/// A location as it is entered; nil leaves a field as it is, or at its default.
public struct LocationDraft: Sendable {
  /// The location's code.
  public var code: String
  /// What people call it.
  public var name: String?
  /// `shop`, `warehouse` or `stand`.
  public var kind: String?
  /// Whether it becomes the default one.
  public var isDefault = false
  /// Whether it is in use.
  public var isActive: Bool?

  /// Makes a location of which only the code is known.
  public init(code: String) { self.code = code }
}

/// Shops, warehouses, stands.
public struct Locations {
  let session: Session

  /// Adds a location.
  ///
  /// - Throws: `Problem` `location_exists`; the name of the constraint that refused it.
  public func add(_ location: LocationDraft) throws { try save(location, isNew: true) }

  /// Changes a location.
  ///
  /// - Throws: `Problem` `location_unknown`; the name of the constraint that refused it.
  public func change(_ location: LocationDraft) throws { try save(location, isNew: false) }

  private func save(_ it: LocationDraft, isNew: Bool) throws {
    try session.transaction {
      // Of two that make theirs the default one the second waits for the first.
      if it.isDefault {
        try session.execute("LOCK TABLE location IN SHARE ROW EXCLUSIVE MODE")
      }
      try session.save("location", it.code, isNew: isNew) {
        """
        INSERT INTO location (code, name, kind)
        VALUES (\(it.code), \(it.name), coalesce(\(it.kind), 'shop'))
        """
      } change: {
        """
        UPDATE location SET name = coalesce(\(it.name), name), kind = coalesce(\(it.kind), kind),
          active = coalesce(\(it.isActive)::boolean, active)
        WHERE code = \(it.code)
        """
      }
      if it.isDefault {
        try session.execute("UPDATE location SET is_default = false WHERE is_default")
        try session.execute("UPDATE location SET is_default = true WHERE code = \(it.code)")
      }
    }
  }

  /// Lists the locations.
  public func list() throws -> [Location] { try locations() }

  /// Shows a location.
  ///
  /// - Throws: `Problem` `location_unknown`.
  public func show(_ code: String) throws -> Location {
    try session.known(locations(code), "location", code)
  }

  private func locations(_ code: String? = nil) throws -> [Location] {
    try session.execute(
      """
      SELECT code, name, kind, is_default, active
      FROM location WHERE \(code)::text IS NULL OR code = \(code) ORDER BY code
      """
    ).map { row in
      let (code, name, kind, isDefault, isActive) = try row.decode(
        (String, String, String, Bool, Bool).self)
      return Location(code: code, name: name, kind: kind, isDefault: isDefault, isActive: isActive)
    }
  }
}
