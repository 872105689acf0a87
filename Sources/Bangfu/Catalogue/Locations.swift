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
    try session.execute(
      """
      SELECT save_location(\(isNew), \(it.code), \(it.name), \(it.kind), \(it.isDefault), \(it.isActive))
      """)
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
