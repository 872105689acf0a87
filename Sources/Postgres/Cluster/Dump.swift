internal import CLibPQ
internal import Glibc
internal import System

/// PostgreSQL's own backup programs, `pg_dump` and `pg_restore`.
///
/// A dump is a program: whoever restores one runs it, with the rights of the login that it is restored by.
public enum Dump {
  /// What a dump says of itself.
  public struct Contents: Sendable {
    /// The names of the schemas in it.
    public let schemas: [String]
    /// The rows of the table that was asked for, in PostgreSQL's text format, their columns apart by tabs.
    public let rows: [String]
  }

  /// Writes one schema of a database into a file of mode 0600, in the custom format: whole, or not at all.
  ///
  /// - Throws: `ClusterError.clientOlder` where the newest `pg_dump` is older than the server, for what it writes may
  ///   not be readable; `.fileExists` unless `replacing`; `.programFailed` with what `pg_dump` complained of; `.connectionLost`; `.system`.
  public static func create(
    _ path: String, of conninfo: String, schema: String, serverVersion: Int, replacing: Bool
  ) throws(ClusterError) {
    let program = try newest("pg_dump")
    if program.version < serverVersion {
      throw .clientOlder(
        program: "pg_dump", version: words(program.version), server: words(serverVersion))
    }
    let target = Target(conninfo)
    let file = try translating(NewFile(path, mode: 0o600, isReplacing: replacing))
    do throws(ClusterError) {
      try run(
        [
          program.path, "--format=custom", "--no-owner", "--no-privileges", "--schema",
          "\"\(schema)\"", "--file", file.part, "--dbname", target.conninfo,
        ], target.environment)
    } catch {
      file.discard()
      throw error
    }
    try translating(file.keep())
  }

  /// Reads what a dump holds, without running it: its schemas, and the rows of one table of a schema.
  ///
  /// - Throws: `ClusterError.notADump`; `.system` where the file is not there; `.programFailed`.
  public static func contents(
    of file: String, table: String, schema: String
  ) throws(ClusterError) -> Contents {
    let program = try newest("pg_restore").path
    let file = Path.real(file)
    var entry = stat()
    if stat(file, &entry) != 0 { throw .system(call: "open", path: file, code: errno) }
    if entry.st_mode & S_IFMT != S_IFREG { throw .notADump(file) }
    let list = try output([program, "--list", file])
    let schemas = list.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "SCHEMA"), index > 2, index + 2 < words.count else {
        return nil
      }
      return String(words[index + 2])
    }
    let copied = try output([
      program, "--data-only", "--schema", schema, "--table", table, "--file", "-", file,
    ])
    let lines = copied.linesByFeed(omittingEmpty: false)
    let rows = lines.drop { !$0.hasPrefix("COPY ") }.dropFirst().prefix { $0 != "\\." }
    return Contents(schemas: schemas, rows: rows.map(String.init))
  }

  /// Reads a dump into a database that has no such schema, all or nothing.
  ///
  /// Where this process is killed, so is `pg_restore`, and nothing is kept.
  ///
  /// - Throws: `ClusterError.programFailed` with what `pg_restore` complained of; `.connectionLost`.
  public static func restore(_ file: String, into conninfo: String) throws(ClusterError) {
    let target = Target(conninfo)
    let program = try newest("pg_restore").path
    // It ends with us: what it has not committed the server rolls back.
    let dying =
      try translating(
        Program(["setpriv", "--pdeathsig", "TERM", "true"]).run()
      ).status == 0
    try run(
      (dying ? ["setpriv", "--pdeathsig", "TERM", "--"] : []) + [
        program, "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
        "--dbname", target.conninfo, Path.real(file),
      ], target.environment)
  }

  /// The conninfo of another database of the same server.
  public static func conninfo(_ conninfo: String, database: String) -> String {
    Target(conninfo, database: database).whole
  }

  /// The newest installed program of a name, or the one along `PATH`, and its version, such as 150018.
  private static func newest(_ name: String) throws(ClusterError) -> (path: String, version: Int) {
    var found: (path: String, version: Int)?
    for path in try Installation.all().map({ $0.folder + "/" + name }) + [name] {
      guard path == name || access(path, X_OK) == 0,
        let answer = try? Program([path, "--version"]).run(), answer.status == 0
      else { continue }
      let numbers = answer.output.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
        .split(separator: ".").compactMap { Int($0) }
      let version = (numbers.first ?? 0) * 10_000 + (numbers.count > 1 ? numbers[1] : 0)
      if version > found?.version ?? -1 { found = (path, version) }
    }
    guard let found else { throw .programMissing(name) }
    return found
  }

  private static func words(_ version: Int) -> String { "\(version / 10_000).\(version % 10_000)" }

  private static func run(
    _ arguments: [String], _ environment: [String]
  ) throws(ClusterError) {
    let program = Program(
      arguments, inheritsEnvironment: true, adding: environment + plainWords)
    let answer = try translating(program.run())
    guard answer.status != 0 else { return }
    // libpq's own words; the program speaks English, whatever the server does.
    if answer.output.contains("server closed the connection unexpectedly")
      || answer.output.contains("no connection to the server")
    {
      throw .connectionLost
    }
    throw .programFailed(program: name(of: arguments), output: complaint(answer.output))
  }

  private static func output(_ arguments: [String]) throws(ClusterError) -> String {
    let program = Program(arguments, inheritsEnvironment: true, adding: plainWords)
    let answer = try translating(program.run(limit: 1 << 24))
    if answer.status == 0 { return answer.output }
    let isNoDump = [
      "not appear to be a valid archive", "input file is too short", "appears to be a text format",
      "unexpected end of file", "unsupported version", "could not read from input file",
    ].contains { answer.output.contains($0) }
    if isNoDump { throw .notADump(arguments.last ?? "") }
    throw .programFailed(program: name(of: arguments), output: complaint(answer.output))
  }

  /// What they say is read by us, and in one language.
  private static let plainWords = ["LC_ALL=C"]

  private static func name(of arguments: [String]) -> String {
    let program = arguments.first { $0.hasSuffix("pg_dump") || $0.hasSuffix("pg_restore") } ?? ""
    return String(program.split(separator: "/").last ?? "")
  }

  /// The lines of an output that report errors; all of it where none does.
  static func complaint(_ output: String) -> String {
    let errors = output.split(separator: "\n").filter {
      $0.contains("error:") || $0.contains("FATAL:")
    }
    return errors.isEmpty ? output : errors.joined(separator: "\n")
  }

  /// A conninfo as another program is given it: the password apart, for arguments are seen by everybody.
  private struct Target {
    /// Without the password.
    let conninfo: String
    /// With it.
    let whole: String
    /// What the other program's environment has to hold.
    let environment: [String]

    init(_ text: String, database: String? = nil) {
      guard let options = PQconninfoParse(text, nil) else {
        (conninfo, whole, environment) = (text, text, [])
        return
      }
      defer { PQconninfoFree(options) }
      var settings: [(String, String)] = []
      var password: String?
      var option = options
      while let keyword = option.pointee.keyword {
        let name = String(cString: keyword)
        if name == "dbname", let database {
          settings.append((name, database))
        } else if let value = option.pointee.val {
          if name == "password" {
            password = String(cString: value)
          } else {
            settings.append((name, String(cString: value)))
          }
        }
        option += 1
      }
      func words(_ settings: [(String, String)]) -> String {
        settings.map { name, value in
          "\(name)='\(value.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        }.joined(separator: " ")
      }
      conninfo = words(settings)
      whole = words(settings + (password.map { [("password", $0)] } ?? []))
      environment = password.map { ["PGPASSWORD=\($0)"] } ?? []
    }
  }
}
