internal import Domain
public import Postgres

extension Programme {
  /// Writes the programme's schema into a file, in pg_dump's custom format.
  ///
  /// - Throws: `ClusterError.programFailed`.
  public func backUp(to file: String) throws(ClusterError) {
    try Dump.create(file, of: place.conninfo, schema: name)
  }

  /// Restores a backup into a database that has no such programme, and opens it.
  ///
  /// - Throws: `Problem` `restore_not_empty`, or `backup_other_programme` where the file holds
  ///   another schema; `ClusterError`; `PostgresError`.
  public static func restore(
    _ file: String, at place: Place, named name: String, operatorName: String
  ) throws -> Programme {
    let connection = try place.connect(creating: true)
    let programme = try Programme(connection, at: place, named: name, operatorName: operatorName)
    let schema = try connection.execute("SELECT FROM pg_namespace WHERE nspname = \(name)")
    guard schema.isEmpty else { throw Problem("restore_not_empty", ["programme": name]) }
    try Dump.restore(file, into: place.conninfo)
    let restored = try connection.execute("SELECT FROM pg_namespace WHERE nspname = \(name)")
    guard !restored.isEmpty else {
      throw Problem("backup_other_programme", ["programme": name, "file": file])
    }
    try Schema.enter(connection, name: name, at: place)
    return programme
  }
}
