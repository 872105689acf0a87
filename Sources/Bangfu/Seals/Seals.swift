internal import Domain
internal import Postgres
internal import System

/// Seals over the facts: whoever changes one later is found, triggers off or not.
public struct Seals {
  let session: Session

  /// Seals the facts of all acts that no seal covers, as they are at this moment; nil where there are none.
  ///
  /// Who seals at the same time waits for the other. Nobody else waits.
  ///
  /// - Throws: `Problem` `right_missing`.
  public func seal() throws -> Seal? {
    let lock = "bangfu.seal." + session.name
    try session.execute("SELECT pg_advisory_lock(hashtext(\(lock)))")
    defer { _ = try? session.execute("SELECT pg_advisory_unlock(hashtext(\(lock)))") }
    return try session.transaction(.repeatableRead, tries: 1) {
      let (number, batch) = try session.execute(
        "SELECT number, batch FROM begin_seal(\(session.operatorName))"
      ).single().decode((Int64?, Int64?).self)
      guard let number, let batch else { return nil }
      var reader = try SealReader(
        session.connection, of: SealedTable.all(session.connection), only: number)
      let hasher = SHA256Hasher()
      var roots: [SealedTableRoot] = []
      for table in reader.tables {
        var rows = SealedRows(hasher)
        var blocks: [SealedRows.Block] = []
        try reader.read(table) { owner, row in
          guard owner.seal == number else { return }
          if let block = rows.add(MerkleTree.hash(leaf: row, by: hasher)) { blocks.append(block) }
        }
        guard rows.count > 0 else { continue }
        let (last, sealed) = rows.end(of: table.name, columns: table.columns)
        if let last { blocks.append(last) }
        try keep(blocks, sealed, batch)
        roots.append(sealed)
      }
      try session.execute("SELECT end_seal(\(batch), \(SealedTableRoot.root(of: roots)))")
      return try numbered(number)
    }
  }

  private func keep(_ blocks: [SealedRows.Block], _ sealed: SealedTableRoot, _ batch: Int64) throws
  {
    for first in stride(from: 0, to: blocks.count, by: 4096) {
      let some = blocks[first..<min(first + 4096, blocks.count)]
      try session.execute(
        """
        SELECT keep_seal_blocks(\(batch), \(sealed.table), \(first), \(some.map(\.root.bytes))::bytea[],
          \(some.map(\.marks))::bytea[])
        """)
    }
    try session.execute(
      """
      SELECT keep_seal_table(\(batch), \(sealed.table), \(sealed.columns), \(sealed.rows), \(sealed.root),
        \(sealed.blocks))
      """)
  }

  /// A seal by its number, or the newest; nil where there is none.
  public func numbered(_ number: Int64?) throws -> Seal? {
    let query = Query(
      unsafeSQL: Seal.query
        + " WHERE $1::bigint IS NULL OR s.seal_no = $1 ORDER BY s.seal_no DESC LIMIT 1",
      values: [number.map { String($0) }])
    return try session.execute(query).first.map(Seal.init)
  }

  /// Lists the seals, newest first.
  public func list(limit: Int?) throws -> Listed {
    try session.list(
      """
      SELECT s.seal_no AS number, to_char(s.sealed_at, 'YYYY-MM-DD HH24:MI') AS at, s.sealed_by, s.postings AS acts,
        s.hash
      FROM seal s
      """, order: "s.seal_no DESC", limit: limit)
  }

  /// Recomputes a seal that somebody was given, and all before it; returns it, and what differs.
  ///
  /// - Throws: `Problem` `seal_unknown` where no seal of the programme has that hash.
  public func verify(_ hash: String) throws -> (seal: Seal, differences: CheckResult) {
    let query = Query(unsafeSQL: Seal.query + " WHERE s.hash = $1", values: [hash])
    return try session.transaction(.repeatableRead) {
      guard let seal = try session.execute(query).first.map(Seal.init) else {
        throw Problem("seal_unknown", ["hash": hash])
      }
      let found = try SealCheck(session.connection).findings(upTo: seal.number)
      return (seal, found.result)
    }
  }
}
