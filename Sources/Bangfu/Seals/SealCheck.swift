package import Postgres
internal import System

/// Recomputes seals from the facts, and names what differs.
///
/// It reads in the transaction that is open, which sees one state of the database.
package struct SealCheck {
  private let connection: Connection
  private let tables: [SealedTable]
  private let hasher = SHA256Hasher()

  /// Looks at the programme that the session has entered.
  package init(_ connection: Connection) throws {
    self.connection = connection
    tables = try SealedTable.all(connection)
  }

  /// What differs, the first of each table named.
  package struct Findings {
    /// What was found; at most so many of a table.
    package private(set) var examples: [String] = []
    /// How much was found in all.
    package private(set) var count = 0

    mutating func add(_ words: @autoclosure () -> String) {
      count += 1
      if examples.count < 1_000 { examples.append(words()) }
    }

    var result: CheckResult {
      CheckResult(name: "seals_hold", violations: count, examples: Array(examples.prefix(5)))
    }
  }

  /// A table as a seal has it.
  private struct Kept {
    let seal: Int64
    let sealed: SealedTableRoot
    /// The digest of the blocks that are there, and whether their numbers have no gap.
    let blocks: String?
  }

  /// Recomputes the seals, all or those up to one, over all tables of facts or some of them.
  package func findings(upTo last: Int64? = nil, of some: Set<String>? = nil) throws -> Findings {
    var found = Findings()
    let seals = try connection.execute(
      Query(
        unsafeSQL: Seal.query + " WHERE s.seal_no <= coalesce($1, s.seal_no) ORDER BY s.seal_no",
        values: [last.map { String($0) }])
    ).map(Seal.init)
    let kept = try keptTables(last)
    try checkChain(seals, kept, last, &found)
    guard !seals.isEmpty else { return found }
    var reader = try SealReader(connection, of: tables)
    let names = Set(tables.map(\.name))
    for it in kept where !names.contains(it.sealed.table) {
      found.add("\(it.sealed.table) is not there any more, sealed in \(it.seal)")
    }
    let parents = Set(tables.compactMap(\.parent))
    for table in tables where some?.contains(table.name) ?? true || parents.contains(table.name) {
      let isAsked = some?.contains(table.name) ?? true
      let ofTable = kept.filter { $0.sealed.table == table.name }
      let differing = try compare(table, ofTable, isAsked: isAsked, upTo: last, &reader, &found)
      if !differing.isEmpty { try name(differing, of: table, ofTable, reader, &found) }
    }
    return found
  }

  private func keptTables(_ last: Int64?) throws -> [Kept] {
    try connection.execute(
      """
      SELECT t.seal_no, t.of_table, t.columns, t.rows, t.root, t.blocks, b.blocks
      FROM seal_table t
      LEFT JOIN (
        SELECT b.seal_no, b.of_table, CASE WHEN min(b.block_no) = 0 AND max(b.block_no) = count(*) - 1
          THEN encode(sha256(string_agg(b.root || b.marks, ''::bytea ORDER BY b.block_no)), 'hex') END AS blocks
        FROM seal_block b
        GROUP BY b.seal_no, b.of_table
      ) b ON b.seal_no = t.seal_no AND b.of_table = t.of_table
      WHERE t.seal_no <= coalesce(\(last), t.seal_no)
      ORDER BY t.seal_no, t.of_table
      """
    ).map { row in
      let (seal, table, columns, rows, root) = try row.decode(
        (Int64, String, String, Int, String).self)
      let (blocks, those) = try row.decode((String, String?).self, from: 5)
      return Kept(
        seal: seal,
        sealed: SealedTableRoot(
          table: table, columns: columns, rows: rows, root: root, blocks: blocks), blocks: those)
    }
  }
}

/// The seals themselves.
extension SealCheck {
  private func checkChain(
    _ seals: [Seal], _ kept: [Kept], _ last: Int64?, _ found: inout Findings
  ) throws {
    var previous = String(repeating: "0", count: 64)
    let ofSeal = Dictionary(grouping: kept, by: \.seal)
    for (index, seal) in seals.enumerated() {
      let tables = ofSeal[seal.number] ?? []
      if !seal.isWhole || seal.root != SealedTableRoot.root(of: tables.map(\.sealed)) {
        found.add("seal \(seal.number) is not what its hash says")
      }
      if seal.number != Int64(index) + 1 || seal.previous != previous {
        found.add("seal \(seal.number) does not follow the one before")
      }
      for it in tables where it.blocks != it.sealed.blocks {
        found.add("seal_block of \(it.sealed.table) in seal \(it.seal) is not what was sealed")
      }
      previous = seal.hash
    }
    let stray = try connection.execute(
      """
      SELECT concat_ws(' ', 'seal', s.seal_no, 'covers', c.acts, 'acts, sealed were', s.postings)
      FROM seal s
      LEFT JOIN (SELECT seal_no, count(*) AS acts FROM seal_posting GROUP BY seal_no) c ON c.seal_no = s.seal_no
      WHERE s.seal_no <= coalesce(\(last), s.seal_no) AND s.postings <> coalesce(c.acts, 0)
      UNION ALL
      SELECT concat_ws(' ', 'seal', s.seal_no, 'was not made by posting', s.posting_id)
      FROM seal s
      WHERE s.seal_no <= coalesce(\(last), s.seal_no) AND NOT EXISTS (
        SELECT FROM posting p WHERE p.posting_id = s.posting_id AND p.command = 'seal'
          AND p.recorded_by = s.sealed_by AND p.recorded_at = s.sealed_at)
      UNION ALL
      SELECT concat_ws(' ', o.of_table, 'of seal', o.seal_no, 'that is not there')
      FROM (
        SELECT DISTINCT 'seal_posting' AS of_table, seal_no FROM seal_posting
        UNION ALL SELECT DISTINCT 'seal_table', seal_no FROM seal_table
        UNION ALL SELECT DISTINCT 'seal_block of ' || of_table, seal_no FROM seal_block b
          WHERE NOT EXISTS (SELECT FROM seal_table t WHERE t.seal_no = b.seal_no AND t.of_table = b.of_table)
      ) o
      WHERE NOT EXISTS (SELECT FROM seal s WHERE s.seal_no = o.seal_no) OR o.of_table LIKE 'seal_block%'
      """
    ).map { try $0.decode(String.self) }
    for words in stray { found.add(words) }
  }
}

/// The facts.
extension SealCheck {
  /// What a table has got since a seal: how many columns the seal has, and all columns by default.
  private struct Late {
    let width: Int
    let defaults: [UInt8]
  }

  private func late(_ it: SealedTableRoot, in table: SealedTable) throws -> Late? {
    let width = it.columns.split(separator: ",").count
    return try width < table.columns.count
      ? Late(width: width, defaults: table.defaultRow(connection)) : nil
  }

  /// What of the rows that are there a seal covers, as they come.
  private final class Counted {
    var rows: SealedRows
    let since: Late?
    init(_ rows: SealedRows, since: Late?) {
      self.rows = rows
      self.since = since
    }
  }

  /// Recomputes what seals have of a table; returns those that differ.
  private func compare(
    _ table: SealedTable, _ kept: [Kept], isAsked: Bool, upTo last: Int64?,
    _ reader: inout SealReader, _ found: inout Findings
  ) throws -> Set<Int64> {
    var counted: [Int64: Counted] = [:]
    var differing: Set<Int64> = []
    for it in kept {
      if !table.columns.starts(with: it.sealed.columns.split(separator: ",").map(String.init)) {
        found.add("\(table.name) has not the columns any more that were sealed in \(it.seal)")
      }
      counted[it.seal] = Counted(SealedRows(hasher), since: try late(it.sealed, in: table))
    }
    var outside: [String] = []
    try reader.read(table) { owner, row in
      guard isAsked else { return }
      guard owner.act != nil else {
        outside.append("\(table.words(of: row)) belongs to no act")
        return
      }
      guard owner.seal > 0, owner.seal <= last ?? .max else { return }
      let rows: Counted
      if let known = counted[owner.seal] {
        rows = known
      } else {
        rows = Counted(SealedRows(hasher), since: nil)
        counted[owner.seal] = rows
      }
      _ = rows.rows.add(leaf(row, rows.since))
    }
    guard isAsked else { return [] }
    for words in outside { found.add(words) }
    let sealed = Dictionary(kept.map { ($0.seal, $0.sealed) }) { first, _ in first }
    for (seal, rows) in counted {
      let (_, now) = rows.rows.end(of: table.name, columns: table.columns)
      if sealed[seal]?.rows != now.rows || sealed[seal]?.root != now.root { differing.insert(seal) }
    }
    return differing
  }

  /// The hash of a row as a seal has it: columns that came later count only where they are not as by default.
  private func leaf(_ row: Span<UInt8>, _ late: Late?) -> SHA256Digest {
    guard let late else { return MerkleTree.hash(leaf: row, by: hasher) }
    let end = SealReader.start(of: late.width, in: row) - 1
    let start = SealReader.start(of: late.width, in: late.defaults.span) - 1
    let isDefault =
      row.count - end == late.defaults.count - start
      && (end..<row.count).allSatisfy { row[$0] == late.defaults[$0 - end + start] }
    return MerkleTree.hash(leaf: isDefault ? row.extracting(..<end) : row, by: hasher)
  }

  /// Names the rows that differ from what seals have of a table.
  private func name(
    _ seals: Set<Int64>, of table: SealedTable, _ kept: [Kept], _ reader: SealReader,
    _ found: inout Findings
  ) throws {
    var reader = reader
    var rows: [Int64: [(mark: UInt32, act: Int64, words: String)]] = [:]
    let since = try Dictionary(kept.map { ($0.seal, try late($0.sealed, in: table)) }) { first, _ in
      first
    }
    try reader.read(table) { owner, row in
      guard seals.contains(owner.seal), let act = owner.act else { return }
      let mark = leaf(row, since[owner.seal] ?? nil).mark
      rows[owner.seal, default: []].append((mark, act, table.words(of: row)))
    }
    for seal in seals.sorted() {
      let those = rows[seal] ?? []
      let before = found.count
      let difference = SealDifference(
        sealed: try marks(of: table.name, in: seal), found: those.map(\.mark))
      for place in difference.changed {
        found.add(
          "\(those[place].words) of posting \(those[place].act) was changed since seal \(seal)")
      }
      for place in difference.added {
        found.add(
          "\(those[place].words) of posting \(those[place].act) was added since seal \(seal)")
      }
      let gone = try table.name == "posting" ? lostActs(of: seal) : []
      for act in gone { found.add("posting posting_id \(act) was removed since seal \(seal)") }
      for place in difference.removed.dropFirst(gone.count) {
        let row =
          place > 0 ? "a row after \(those[place - 1].words)" : "the first row of \(table.name)"
        found.add("\(row) was removed since seal \(seal)")
      }
      if found.count == before { found.add("rows of \(table.name) differ from seal \(seal)") }
    }
  }

  private func marks(of table: String, in seal: Int64) throws -> [UInt32] {
    try connection.execute(
      "SELECT marks FROM seal_block WHERE seal_no = \(seal) AND of_table = \(table) ORDER BY block_no"
    ).flatMap { row in
      let bytes = try row.decode([UInt8].self)
      return stride(from: 0, to: bytes.count - 3, by: 4).map { first in
        bytes[first..<first + 4].reduce(0) { $0 << 8 | UInt32($1) }
      }
    }
  }

  private func lostActs(of seal: Int64) throws -> [Int64] {
    try connection.execute(
      """
      SELECT s.posting_id FROM seal_posting s
      WHERE s.seal_no = \(seal) AND NOT EXISTS (SELECT FROM posting p WHERE p.posting_id = s.posting_id)
      ORDER BY s.posting_id
      """
    ).map { try $0.decode(Int64.self) }
  }
}
