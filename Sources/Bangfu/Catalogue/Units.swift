internal import Postgres

/// A unit that products are sold in.
public struct Unit: Equatable, Sendable {
  /// Its name, such as 公斤.
  public let code: String
  /// Its English name.
  public let english: String
  /// Whether it refuses fractions.
  public let isWhole: Bool
}

/// The units products are sold in.
public struct Units {
  let session: Session

  /// Adds a unit; whole ones refuse fractions, and measures such as 公斤 are never whole.
  ///
  /// - Throws: `Problem` `unit_exists`.
  public func add(_ code: String, english: String, isWhole: Bool) throws {
    try session.execute("SELECT save_unit(\(code), \(english), \(isWhole))")
  }

  /// Lists the units.
  public func list() throws -> [Unit] {
    try session.execute("SELECT code, english, whole FROM unit ORDER BY code").map { row in
      let (code, english, isWhole) = try row.decode((String, String, Bool).self)
      return Unit(code: code, english: english, isWhole: isWhole)
    }
  }
}
