import Glibc
import TestSupport

@testable import Tabular
import System

/// A table as a test wants it: its path and all its rows.
struct ReadTable: Equatable {
  let path: String
  let rows: [[String]]
}

/// The folder of the built programs, which is that of the tests.
let builtPrograms: String = {
  var path = [CChar](repeating: 0, count: 4096)
  let count = max(readlink("/proc/self/exe", &path, path.count - 1), 0)
  let exe = String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return exe.split(separator: "/").dropLast().map { "/" + $0 }.joined()
}()

extension TableFile.Options {
  /// Options for tests: the file is called `f`, and old workbooks are read by a program for tests.
  static var forTests: TableFile.Options {
    var options = TableFile.Options()
    options.name = "f"
    options.oldWorkbookReader = builtPrograms + "/OldWorkbookReader"
    return options
  }
}

/// Opens a file of these bytes, and lends it.
func withTables<Result>(
  _ bytes: [UInt8], _ options: TableFile.Options = .forTests,
  _ body: (TableFile) throws -> Result
) throws -> Result {
  let scratch = try Scratch(bytes)
  return try body(TableFile.open(scratch.path, options: options))
}

/// All tables of a file of these bytes.
func tables(
  _ bytes: [UInt8], _ options: TableFile.Options = .forTests
) throws -> [ReadTable] {
  try withTables(bytes, options) { file in
    try file.tables.map { table in
      var rows: [[String]] = []
      try table.forEachRow { rows.append($0.strings) }
      return ReadTable(path: table.path, rows: rows)
    }
  }
}

/// The bytes of a file beside the tests.
func dataFile(_ name: String) throws -> [UInt8] {
  let file = try InputFile(path: "\(Repository.path)/Tests/TabularTests/Data/\(name)")
  return try file.bytes(at: 0, file.stamp().size)
}
