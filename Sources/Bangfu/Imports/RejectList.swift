internal import Channels
internal import Domain
internal import System
internal import Tabular

/// The rejected rows of a file: for the database, for the screen, and as a file that can be mended.
final class RejectList {
  private(set) var count = 0
  /// The first ones, for the screen.
  private(set) var first: [RejectedRow] = []
  /// All of them, in COPY's text format.
  private(set) var bytes: [UInt8] = []
  /// The path of the file they were written to.
  private(set) var path: String?
  private var file: NewFile?
  private let wantedPath: String?
  /// Whether a file of this name may be replaced, for it was asked for.
  private let replaces: Bool
  private let layout: Layout
  private let number: String
  /// Where equal lines are numbered, the rejected rows, and what their lines are: rows like them go along.
  private var rows = Set<Int>()
  private var keys = Set<String>()
  /// The rows that were rejected before and have been mended since; they are only counted.
  private let mended: Set<Int>
  private(set) var mendedCount = 0
  /// The order and the line of each rejected row, where they can be read.
  private(set) var places: [(row: Int, order: String, line: String)] = []
  /// The good rows that are equal to a rejected one, and wait until it is mended.
  private(set) var waiting: [Int] = []

  /// Makes a list; without a path no file is written.
  init(
    path: String?, replaces: Bool, layout: Layout, file number: Int64, mended: Set<Int> = []
  ) {
    self.mended = mended
    wantedPath = path
    self.replaces = replaces
    self.layout = layout
    self.number = String(number)
  }

  /// Adds a row that was refused.
  ///
  /// In the file the columns that its profile does not name are blank; a row of another width is written as it is. `alone` are its
  /// cells where it leans on the rows above it, `key` its line where equal lines are numbered.
  func add(
    _ row: borrowing Row, _ problem: RowProblem, alone: [String]? = nil, key: String? = nil,
    place: (order: String, line: String)? = nil
  ) throws {
    if mended.contains(row.number) {
      mendedCount += 1
      return
    }
    if let place { places.append((row.number, place.order, place.line)) }
    note(row, problem)
    if layout.profile.numbersLines {
      rows.insert(row.number)
      if let key { keys.insert(key) }
    } else {
      try write(row, alone)
    }
  }

  private func note(_ row: borrowing Row, _ problem: RowProblem) {
    count += 1
    let value = String(problem.value.prefix(200))
    if first.count < 20 {
      first.append(
        RejectedRow(
          row: row.number, line: row.line, column: problem.column, value: value,
          reason: problem.reason))
    }
    // What the cell holds is told, and kept nowhere but in the user's own file.
    let cells = [number, String(row.number), String(row.line), problem.column, problem.reason]
    bytes += Array(cells.map(Self.escaped).joined(separator: "\t").utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  private func write(_ row: borrowing Row, _ alone: [String]?) throws {
    if file == nil {
      guard let wantedPath else { return }
      let writer = try NewFile(free(wantedPath), mode: 0o600, isReplacing: replaces)
      try writer.write("\u{FEFF}" + Self.heading(of: layout))
      file = writer
    }
    try file?.write(Self.line(row, alone, layout))
  }

  /// Ends the file.
  ///
  /// Where equal lines are numbered, a rejected row goes with all that are equal to it, and they wait for it: else the
  /// mended one would take the number, and the place, of one that was good.
  ///
  /// What an earlier import has rejected is kept, for somebody may be mending it: another list gets a number.
  ///
  /// `ofOneKey` are rows that have the key of another one and tell of something else, and that key.
  func finish(_ table: Table, _ reader: FileReader, ofOneKey: [Int: String]) throws {
    if !rows.isEmpty || !ofOneKey.isEmpty {
      var reader = reader
      try table.forEachRow { row in
        guard row.number > layout.headerRow else { return }
        _ = try? reader.read(row)
        if let key = ofOneKey[row.number] {
          waiting.append(row.number)
          if mended.contains(row.number) {
            mendedCount += 1
            return
          }
          note(row, .ofOneKey(key, column: layout.title(ofCases: layout.profile.isOfAfterSales)))
          try write(row, reader.standingAlone(row))
          return
        }
        let isLike = reader.lineKey(row).map(keys.contains) ?? false
        let isRejected = rows.contains(row.number)
        guard isRejected || isLike else { return }
        if !isRejected {
          waiting.append(row.number)
          note(row, .waiting)
        }
        try write(row, reader.standingAlone(row))
      }
    }
    guard let file, let wantedPath else { return }
    if replaces {
      try file.keep()
      path = wantedPath
    } else {
      path = try settled(file, as: wantedPath)
    }
  }

  /// Ends a list that another takes the place of, and leaves no file.
  func discard() throws {
    file?.discard()
    file = nil
  }

  /// The first name of a list that nothing has: a list that is there is kept, for somebody may be mending it.
  private func free(_ wantedPath: String) -> String {
    guard !replaces else { return wantedPath }
    var number = 1
    var target = wantedPath
    while isThere(target) {
      number += 1
      target = Self.numbered(wantedPath, number)
    }
    return target
  }

  /// Gives the list the first name that is free, unless a list that is there holds its rows.
  ///
  /// Others may do the same at this moment.
  private func settled(_ file: NewFile, as wantedPath: String) throws -> String {
    try file.flush()
    let lines = Self.lines(of: file.part)
    var number = 1
    while true {
      let target = number == 1 ? wantedPath : Self.numbered(wantedPath, number)
      if !isThere(target) {
        if try Self.keep(file, as: target) { return target }
      } else if Self.holds(target, lines) {
        // A list that holds these rows and others, which were mended since, stays as it is; so does what is no list.
        file.discard()
        return target
      } else {
        number += 1
      }
    }
  }

  /// Gives a list a name; false where somebody else has just taken it.
  private static func keep(_ file: NewFile, as name: String) throws -> Bool {
    do {
      try file.keep(as: name)
    } catch let error {
      if case .exists = error { return false }
      throw error
    }
    return true
  }

  private static func holds(_ path: String, _ lines: Set<[UInt8]>?) -> Bool {
    guard let lines, let known = self.lines(of: path) else { return false }
    return lines.isSubset(of: known)
  }

  private static func lines(of path: String) -> Set<[UInt8]>? {
    readSmallFile(path).map { Set($0.utf8.split(separator: 0x0A).map { Array($0) }) }
  }

  private static func numbered(_ path: String, _ number: Int) -> String {
    path.hasSuffix(ending)
      ? path.dropLast(ending.count) + ".\(number)" + ending : path + ".\(number)"
  }

  private static let ending = ".rejects.csv"

  /// What a file of rejected rows begins with: the header, and in sheets the titles, which may tell the day.
  static func heading(of layout: Layout) -> String {
    let titles = layout.profile.isSheet ? layout.preamble : []
    return CSVWriter.encode(
      rows: (titles + [layout.header]).map { $0.map(harmless) }, lineEnd: "\n",
      spreadsheetSafe: false)
  }

  /// The line of a rejected row, the columns that its profile does not name blank.
  static func line(_ row: borrowing Row, _ alone: [String]?, _ layout: Layout) -> [UInt8] {
    let cells: [String]
    if let alone { cells = alone } else { cells = row.strings }
    let isWhole = cells.count == layout.header.count
    let kept = zip(cells, layout.unknown).map { $1 && isWhole ? "" : harmless($0) }
    let beyond = cells.dropFirst(kept.count).map(harmless)
    return Array((CSVWriter.encode(row: kept + beyond, spreadsheetSafe: false) + "\n").utf8)
  }

  /// A cell that no spreadsheet runs: `'` before its own text, which is taken away again when the list is imported.
  static func harmless(_ cell: String) -> String {
    let own = trimmedCell(cell)
    let first = cell.unicodeScalars.first { !$0.properties.isWhitespace }
    guard let first, "=+-@＝＋－＠".unicodeScalars.contains(first), own.count > 1,
      CSVWriter.neutralized(own) != own || first != own.unicodeScalars.first
    else { return cell }
    return "'" + own
  }

  private static func escaped(_ cell: String) -> String {
    cell.replacing("\\", with: "\\\\").replacing("\t", with: "\\t")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }

  /// The path of the file of rejected rows, which keeps the snapshot's time in its name.
  static func path(for request: ImportRequest, part: String, seconds: Int?) -> String {
    let suffix = part.isEmpty ? "" : "." + part.replacing("/", with: ".")
    if let path = request.rejectsPath {
      let name = FileName.last(of: path)
      return path.dropLast(name.count)
        + (suffix.isEmpty ? name : FileName.fitting(name + suffix, ending: ""))
    }
    let folder = request.path.lastIndex(of: "/").map { String(request.path[...$0]) } ?? ""
    var name = request.name.split(separator: "/").last.map(String.init) ?? "stdin"
    // Only where it says nothing: a.csv and a.xlsx of one folder have rejected rows of their own.
    if name.lowercased().hasSuffix(".csv"), name.count > 4 { name.removeLast(4) }
    if name == "-" { name = "stdin" }
    if let seconds, SnapshotTime.seconds(inName: name + ".") == nil { name = "\(seconds)_\(name)" }
    let isSpooled = request.name == "-"
    return (isSpooled || !isWritableFolder(folder) ? "" : folder)
      + FileName.fitting(name + suffix, ending: ending)
  }
}
