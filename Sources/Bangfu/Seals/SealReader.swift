internal import Postgres
internal import System

/// Reads the facts table by table, and says of each row whose it is.
///
/// Parents are read before what belongs to them.
struct SealReader {
  let connection: Connection
  let tables: [SealedTable]
  /// The acts, and the seal that covers each; 0 where none does.
  private var acts = NumberRuns()
  /// The acts of the rows that others belong to, by table.
  private var parents: [String: NumberRuns] = [:]
  /// The seal whose acts alone are read; nil where all are.
  private let seal: Int64?

  /// What was found out of a row.
  struct Owner {
    /// The act's number; nil where there is no such act, or it is not among those that are read.
    let act: Int64?
    /// The seal that covers it; 0 where none does.
    let seal: Int64
  }

  /// Prepares to read all facts, or those of the acts of one seal.
  ///
  /// It sets how the session writes values until its transaction ends: what is hashed must be the same everywhere.
  init(_ connection: Connection, of tables: [SealedTable], only seal: Int64? = nil) throws {
    self.connection = connection
    self.tables = tables
    self.seal = seal
    try connection.run(
      script: """
        SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres';
        SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
        SET LOCAL work_mem = '64MB'; SET LOCAL enable_nestloop = off
        """)
    let statement =
      seal.map {
        "SELECT posting_id, seal_no FROM seal_posting WHERE seal_no = \($0) ORDER BY posting_id"
      } ?? """
        SELECT coalesce(p.posting_id, s.posting_id), coalesce(s.seal_no, 0)
        FROM posting p FULL JOIN seal_posting s ON s.posting_id = p.posting_id ORDER BY 1
        """
    var acts = NumberRuns()
    try connection.copyOut("COPY (\(statement)) TO STDOUT") { row in
      let (act, end) = Self.number(in: row, from: 0)
      acts.append(act, Self.number(in: row, from: end + 1).value)
    }
    self.acts = acts
  }

  /// Hands on the rows of a table in the order of its key, without line feeds.
  mutating func read(
    _ table: SealedTable, _ body: (Owner, Span<UInt8>) throws -> Void
  ) throws {
    let hasChildren = tables.contains { $0.parent == table.name }
    var own = NumberRuns()
    var parent = table.parent.flatMap { parents[$0] } ?? NumberRuns()
    let isChild = table.parent != nil
    let first = seal == nil ? nil : isChild ? parent.first : acts.first
    var known = acts
    if seal == nil || first != nil {
      let statement = table.statement(from: first, quoting: connection)
      try connection.copyOut(statement) { line in
        let (link, end) = Self.number(in: line, from: 0)
        let row = line.extracting((end + 1)..<(line.count - 1))
        let act = isChild ? parent.value(of: link) : link
        let seal = act.flatMap { known.value(of: $0) }
        if hasChildren, let act, seal != nil {
          own.append(Self.number(in: row, from: Self.start(of: table.key[0], in: row)).value, act)
        }
        try body(Owner(act: seal == nil ? nil : act, seal: seal ?? 0), row)
      }
    }
    parents[table.name] = hasChildren ? own : nil
  }

  /// The number that stands at a place of a row, and where it ends; -1 where there is none.
  private static func number(
    in row: Span<UInt8>, from start: Int
  ) -> (value: Int64, end: Int) {
    var value: Int64 = 0
    var end = start
    while end < row.count, (48...57).contains(row[end]) {
      value = value &* 10 &+ Int64(row[end] - 48)
      end += 1
    }
    if end == start {
      while end < row.count, row[end] != UInt8(ascii: "\t") { end += 1 }
      return (-1, end)
    }
    return (value, end)
  }

  /// Where a column begins.
  static func start(of column: Int, in row: Span<UInt8>) -> Int {
    var (left, index) = (column, 0)
    while left > 0, index < row.count {
      if row[index] == UInt8(ascii: "\t") { left -= 1 }
      index += 1
    }
    return index
  }
}
