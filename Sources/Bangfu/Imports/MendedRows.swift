internal import Channels
internal import Domain
internal import Postgres
internal import Tabular

/// The rows that were rejected when the table was first imported, and have been mended since: their list was imported
/// and all of it was good, or a later import reports their line.
struct MendedRows {
  let session: Session
  let request: ImportRequest
  let source: ImportSource
  let identity: ImportIdentity

  /// Finds the numbers of such rows.
  func find(among rejects: RejectList) throws -> Set<Int> {
    guard identity.isKnown else { return [] }
    let list = RejectFile.path(for: request, part: source.part, seconds: source.seconds)
    let names = RejectFile.names(like: list)
    let places = rejects.places
    let rows = try session.execute(
      """
      SELECT r.row_no FROM import_reject r
      WHERE r.file_id = \(identity.file) AND r.row_no IN (
        SELECT w.row_no
        FROM (
          SELECT unnest(\(places.map(\.row))::bigint[]) AS row_no, unnest(\(places.map(\.order))::text[]) AS order_no,
            unnest(\(places.map(\.line))::text[]) AS line_no
        ) w
        JOIN claim c ON c.order_no = w.order_no AND c.line_no = w.line_no AND c.platform = \(identity.platform)
        JOIN claim_snapshot s ON s.claim_id = c.claim_id
        JOIN import_file f ON f.file_id = s.file_id
        WHERE f.file_id > \(identity.file) AND f.state = 'live'
          AND coalesce(f.snapshot_at >= to_timestamp(\(source.seconds)::bigint), true)
        UNION ALL
        SELECT o.row_no FROM import_reject o
        WHERE o.file_id = \(identity.file) AND (
          SELECT coalesce(sum(f.rows - f.rejected), 0) FROM import_file f
          WHERE f.file_id > \(identity.file) AND f.state = 'live' AND f.channel_id = \(identity.channel.id)
            AND substring(f.name from '[^/]*$') = ANY (\(names)::text[])
        ) >= (SELECT count(*) FROM import_reject a WHERE a.file_id = \(identity.file))
      )
      """)
    return Set(try rows.map { try $0.decode(Int.self) })
  }
}
