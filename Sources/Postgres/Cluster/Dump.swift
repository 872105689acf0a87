internal import Glibc

/// PostgreSQL's own backup programs, `pg_dump` and `pg_restore`.
public enum Dump {
  /// Writes one schema of a database into a file, in the custom format.
  ///
  /// - Throws: `ClusterError.programFailed` with the end of what `pg_dump` wrote.
  public static func create(
    _ file: String, of conninfo: String, schema: String
  ) throws(ClusterError) {
    try run([
      "pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--schema", "\"\(schema)\"",
      "--file", Path.real(file), "--dbname", conninfo,
    ])
  }

  /// Reads such a file into a database that has no such schema, all or nothing.
  ///
  /// - Throws: `ClusterError.programFailed` with the end of what `pg_restore` wrote.
  public static func restore(_ file: String, into conninfo: String) throws(ClusterError) {
    try run([
      "pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
      "--dbname", conninfo, Path.real(file),
    ])
  }

  /// Runs a program of the newest installation that has it, or else along `PATH`.
  private static func run(_ arguments: [String]) throws(ClusterError) {
    var arguments = arguments
    let name = arguments[0]
    let folders = try Installation.all().sorted { $0.version > $1.version }.map(\.folder)
    if let folder = folders.first(where: { access($0 + "/" + name, X_OK) == 0 }) {
      arguments[0] = folder + "/" + name
    }
    let answer = try Program(arguments, inheritsEnvironment: true).run()
    if answer.status != 0 { throw .programFailed(program: name, output: answer.output) }
  }
}
