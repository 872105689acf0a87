import Domain
import FoundationEssentials
import Glibc
import Postgres
import TestSupport

/// A programme of its own with the seed catalogue and 20 of everything, and the real program.
final class CounterShop {
  /// What a run of the program did.
  struct Run {
    let status: Int32
    let slips: String
    let words: String
  }

  private static let template = Result {
    let name = try TestServer.shared.createDatabase()
    let shop = CounterShop(database: name)
    try shop.must("\(shop.program) setup --catalogue pengshui")
    for sku in ["BC01", "HS01", "HS03"] {
      try shop.must("\(shop.program) stock receive \(sku) 20")
    }
    return name
  }

  let folder = TestFolder()
  let database: String
  /// The environment of programs that work on it, for a shell; the folder that they are in.
  let environment: String, programs: String
  /// The program with its environment, for a shell.
  var program: String { "\(environment) \(programs)/bangfu" }

  /// A database without a programme.
  static func empty() throws -> CounterShop {
    CounterShop(database: try TestServer.shared.createDatabase())
  }

  convenience init() throws {
    let template = try Self.template.get()
    self.init(database: try TestServer.shared.createDatabase(template: template))
  }

  private init(database: String) {
    self.database = database
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    programs = "/" + tests.split(separator: "/").dropLast().joined(separator: "/")
    let conninfo = TestServer.shared.conninfo(database: database)
      .replacing("'", with: "'\\''")
    environment =
      "env -u LC_ALL LANG=C BANGFU_HOME=\(folder.path) 'BANGFU_DATABASE=\(conninfo)'"
  }

  /// Runs the till on lines, as a pipe gives them.
  func sell(_ lines: String..., options: String = "") throws -> Run {
    try write(lines.map { $0 + "\n" }.joined(), to: "in")
    return try shell("\(program) counter sell --operator li \(options) <in")
  }

  /// Runs a shell's script in the folder.
  func shell(_ script: String) throws -> Run {
    try write("cd \(folder.path); ( \(script) ) >out 2>err", to: "script")
    let status = system("sh \(folder.path)/script")
    return Run(
      status: status >> 8 & 0xFF, slips: read("out"), words: read("err"))
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder.path + "/" + file))
  }

  func read(_ file: String) -> String {
    (try? String(contentsOf: URL(filePath: folder.path + "/" + file), encoding: .utf8)) ?? ""
  }

  /// Asks the database for one value.
  func value(_ query: Query) throws -> String {
    let connection = try Connection(TestServer.shared.conninfo(database: database))
    try connection.execute("SET search_path = pengshui")
    return try connection.execute(query).single().text(0) ?? ""
  }

  /// Sales, and the stock of 红薯干.
  var standing: String {
    get throws {
      try value(
        """
        SELECT (SELECT count(*) FROM document) || ' ' || (SELECT trim_scale(sum(s.quantity))
          FROM stock_on_hand s JOIN product p ON p.product_id = s.product_id WHERE p.sku = 'HS03')
        """)
    }
  }

  private func must(_ script: String) throws {
    let run = try shell(script)
    if run.status != 0 { throw Problem("bug", ["message": run.words]) }
  }
}
