import Glibc
import Postgres

/// Where it is measured: a private cluster in a folder of its own, and the programs.
struct Workplace {
  let folder: String
  private let bangfuPath: String
  private let bin: String
  let sql: String
  /// The program that reads tables.
  let tables: String
  /// The program that writes a workbook by libxlsxwriter and nothing else.
  let sheet: String
  /// A Python that has python-calamine and duckdb, where there is one.
  let python: String?
  private let environment: [String: String]
  let socketFolder: String

  init(
    folder: String, bangfu: String, bin: String, sql: String, tables: String, sheet: String,
    python: String?
  ) throws {
    self.folder = folder
    self.tables = tables
    self.sheet = sheet
    self.python = python
    bangfuPath = bangfu
    self.bin = bin
    self.sql = sql
    let cluster = Cluster(home: folder + "/home")
    socketFolder = cluster.socketFolder
    environment = [
      "PATH": bin + ":/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder,
      "BANGFU_HOME": cluster.home, "PGHOST": socketFolder, "PGPORT": "5432", "PGUSER": "bangfu",
      "PGDATABASE": "bangfu", "PGCLIENTENCODING": "UTF8",
    ]
  }

  /// Makes the cluster and an empty programme with the seed's catalogue.
  func setUp() throws {
    var setUp = bangfu("setup", "--catalogue", "pengshui")
    setUp.output = path("setup.txt")
    try setUp.run()
  }

  /// Makes the programme anew, empty.
  func reset() throws {
    try query("DROP SCHEMA IF EXISTS pengshui CASCADE")
    try setUp()
    try query("CHECKPOINT")
  }

  /// The program that is measured.
  func bangfu(_ arguments: String...) -> Program { bangfu(arguments) }

  /// The program that is measured.
  func bangfu(_ arguments: [String]) -> Program { program([bangfuPath] + arguments) }

  /// One of the server's own programs, such as the real psql.
  func tool(_ name: String, _ arguments: String...) -> Program {
    program([bin + "/" + name] + arguments)
  }

  /// Any other program.
  func program(_ arguments: [String]) -> Program {
    Program(arguments: arguments, environment: environment, said: path("said.txt"))
  }

  /// Runs SQL by psql; answers what it prints.
  @discardableResult
  func query(_ sql: String) throws -> String {
    var psql = tool("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql)
    psql.output = path("query.txt")
    try psql.run()
    return try TextFile.read(psql.output)
  }

  /// Runs a file of SQL by psql.
  func load(_ file: String) throws {
    try tool("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file).run()
  }

  /// Removes a file.
  func remove(_ file: String) throws {
    guard unlink(file) == 0 else {
      throw Program.Failure([file], String(cString: strerror(errno)))
    }
  }

  /// A file of the folder.
  func path(_ name: String) -> String { folder + "/" + name }
}
