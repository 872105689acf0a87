internal import Channels
internal import Domain
internal import Tabular

/// The rejected rows of a file: for the database, for the screen, and as a file that can be mended.
final class RejectList {
  private(set) var count = 0
  /// The first ones, for the screen.
  private(set) var first: [RejectedRow] = []
  /// All of them, in COPY's text format.
  private(set) var bytes: [UInt8] = []
  /// The file they were written to.
  private(set) var file: FileWriter?
  private let path: String
  private let layout: Layout
  private let number: String

  init(path: String, layout: Layout, file number: Int64) {
    self.path = path
    self.layout = layout
    self.number = String(number)
  }

  /// Adds a row that was refused.
  ///
  /// In the file its personal columns are blank; a row of another width is written as it is. `alone` are its
  /// cells where it leans on the rows above it.
  func add(_ row: borrowing Row, _ problem: RowProblem, alone: [String]? = nil) throws {
    count += 1
    let value = String(problem.value.prefix(200))
    if first.count < 20 {
      first.append(
        RejectedRow(
          row: row.number, line: row.line, column: problem.column, value: value,
          reason: problem.reason))
    }
    let cells = [
      number, String(row.number), String(row.line), problem.column, value, problem.reason,
    ]
    bytes += Array(cells.map(Self.escaped).joined(separator: "\t").utf8)
    bytes.append(UInt8(ascii: "\n"))
    try write(row, alone)
  }

  private func write(_ row: borrowing Row, _ alone: [String]?) throws {
    if file == nil {
      let writer = try FileWriter(path)
      try writer.write("\u{FEFF}" + Self.heading(of: layout))
      file = writer
    }
    try file?.write(Self.line(row, alone, layout))
  }

  /// What a file of rejected rows begins with: the header, and in sheets the titles, which may tell the day.
  static func heading(of layout: Layout) -> String {
    let titles = layout.profile.isSheet ? layout.preamble : []
    return (titles + [layout.header])
      .map { CSVWriter.encode(row: $0, spreadsheetSafe: false) + "\n" }.joined()
  }

  /// The line of a rejected row, its personal columns blank.
  static func line(_ row: borrowing Row, _ alone: [String]?, _ layout: Layout) -> [UInt8] {
    if let alone {
      let cells = zip(alone, layout.personal).map { $1 ? "" : $0 }
      return Array((CSVWriter.encode(row: cells, spreadsheetSafe: false) + "\n").utf8)
    }
    var line: [UInt8] = []
    row.appendCSV(to: &line, blanking: row.count == layout.header.count ? layout.personal : nil)
    return line
  }

  private static func escaped(_ cell: String) -> String {
    cell.replacing("\\", with: "\\\\").replacing("\t", with: "\\t")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }

  /// The path of the file of rejected rows, which keeps the snapshot's time in its name.
  static func path(for request: ImportRequest, part: String, seconds: Int?) -> String {
    let suffix = part.isEmpty ? "" : "." + part.replacing("/", with: ".")
    if let path = request.rejectsPath { return path + suffix }
    let folder = request.path.lastIndex(of: "/").map { String(request.path[...$0]) } ?? ""
    var name = request.name.split(separator: "/").last.map(String.init) ?? "stdin"
    // Only where it says nothing: a.csv and a.xlsx of one folder have rejected rows of their own.
    if name.lowercased().hasSuffix(".csv"), name.count > 4 { name.removeLast(4) }
    if name == "-" { name = "stdin" }
    if let seconds, SnapshotTime.seconds(inName: name + ".") == nil { name = "\(seconds)_\(name)" }
    let isSpooled = request.name == "-"
    return (isSpooled || !isWritableFolder(folder) ? "" : folder) + name + suffix + ".rejects.csv"
  }
}
