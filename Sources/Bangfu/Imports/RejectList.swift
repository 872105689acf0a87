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
  /// The path of the file they were written to.
  private(set) var path: String?
  private let file: RejectFile
  private let layout: Layout
  private let batch: String
  /// Where equal lines are numbered, the rejected rows, and what their lines are: rows like them go along.
  private var rows = Set<Int>()
  private var keys = Set<String>()
  /// The rows that were rejected before and have been mended since; they are only counted.
  private let mended: Set<Int>
  private(set) var mendedCount = 0
  /// Where the rejected rows belong, as far as that can be read.
  private(set) var places: [Place] = []
  /// The good rows that are equal to a rejected one, and wait until it is mended.
  private(set) var waiting: [Int] = []

  /// The order and the line of a rejected row.
  struct Place {
    let row: Int
    let order: String, line: String
  }

  init(
    writing file: RejectFile, layout: Layout, batch: Int64, mended: Set<Int> = []
  ) {
    self.file = file
    self.mended = mended
    self.layout = layout
    self.batch = String(batch)
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
    if let place {
      places.append(Place(row: row.number, order: place.order, line: place.line))
    }
    note(row, problem)
    if layout.profile.numbersLines {
      rows.insert(row.number)
      if let key { keys.insert(key) }
    } else {
      try file.write(row, alone, layout)
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
    // What the cell holds is shown, and kept nowhere but in the user's own file.
    let cells = [batch, String(row.number), String(row.line), problem.column, problem.reason]
    bytes += Array(cells.map(Self.escaped).joined(separator: "\t").utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Ends the file.
  ///
  /// Where equal lines are numbered, a rejected row goes with all that are equal to it, and they wait for it: else the
  /// mended one would take the number of one that was good.
  ///
  /// `ofOneKey` are rows that have the key of another one and report something else, and that key.
  func finish(_ table: Table, _ reader: FileReader, ofOneKey: [Int: String]) throws {
    if !rows.isEmpty || !ofOneKey.isEmpty {
      var reader = reader
      try table.forEachRow { row in
        guard row.number > layout.headerRow else { return }
        _ = try? reader.read(row)
        if let key = ofOneKey[row.number] {
          try add(row, ofOneKey: key, alone: reader.standingAlone(row))
        } else {
          try addAlike(row, reader)
        }
      }
    }
    path = try file.finish()
  }

  /// Adds a row that has the key of another one.
  private func add(_ row: borrowing Row, ofOneKey key: String, alone: [String]?) throws {
    waiting.append(row.number)
    if mended.contains(row.number) {
      mendedCount += 1
      return
    }
    note(row, .ofOneKey(key, column: layout.titleOfKey))
    try file.write(row, alone, layout)
  }

  /// Writes a row that was rejected, or adds one that is equal to such a row.
  private func addAlike(_ row: borrowing Row, _ reader: FileReader) throws {
    let isLike = reader.lineKey(row).map(keys.contains) ?? false
    let isRejected = rows.contains(row.number)
    guard isRejected || isLike else { return }
    if !isRejected {
      waiting.append(row.number)
      note(row, .waiting)
    }
    try file.write(row, reader.standingAlone(row), layout)
  }

  /// Ends a list that another takes the place of, and leaves no file.
  func discard() { file.discard() }

  private static func escaped(_ cell: String) -> String {
    cell.replacing("\\", with: "\\\\").replacing("\t", with: "\\t")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }
}
