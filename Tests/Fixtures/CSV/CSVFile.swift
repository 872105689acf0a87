/// A file of CSV that is written row by row, in little memory whatever its size.
struct CSVFile<Row: FixtureRow> {
  private let columns: [FixtureColumn<Row>]
  private let sink: ([UInt8]) throws -> Void
  private let transcoder: Transcoder
  private var cells: CSVBytes

  /// Begins a file with its mark and its header.
  init(
    _ columns: [FixtureColumn<Row>], style: CSVStyle, encoding: FixtureEncoding,
    to sink: @escaping ([UInt8]) throws -> Void
  ) throws {
    self.columns = columns
    self.sink = sink
    transcoder = try Transcoder(encoding)
    cells = CSVBytes(style: style)
    try sink(encoding.mark)
    for column in columns { cells.title(column.name) }
    cells.endRow()
  }

  /// Adds a row.
  mutating func add(_ row: Row) throws {
    for column in columns { column.write(row, &cells) }
    cells.endRow()
    if cells.bytes.count > 1 << 20 { try send() }
  }

  /// Writes what is left.
  mutating func end() throws { if !cells.bytes.isEmpty { try send() } }

  private mutating func send() throws {
    try transcoder.convert(&cells.bytes, to: sink)
    cells.removeAll()
  }
}
