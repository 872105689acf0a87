internal import Domain
internal import Postgres

extension Programme {
  /// Lists documents, newest first: of days, of a channel, at most so many.
  ///
  /// - Throws: `Problem` `channel_unknown`.
  public func orders(_ days: DayRange = .all, channel: String?, limit: Int?) throws -> Listed {
    try check(channel: channel)
    return try Listed(
      """
      SELECT d.document_id AS document, to_char(d.at, 'YYYY-MM-DD HH24:MI') AS at, d.kind, c.code AS channel,
        coalesce(b.code, '') AS buyer, coalesce(d.order_no, '') AS order_no, d.total,
        coalesce((SELECT string_agg(t.method || ' ' || t.amount, ', ' ORDER BY t.tender_no) FROM tender t
          WHERE t.document_id = d.document_id), '') AS tenders,
        coalesce(d.of_document::text, '') AS of_document, coalesce((SELECT s.state FROM document_state s
          WHERE s.document_id = d.document_id AND s.book_month = d.book_month), '') AS state, p.operator
      FROM document d
      JOIN channel c ON c.channel_id = d.channel_id
      JOIN posting p ON p.posting_id = d.posting_id
      LEFT JOIN buyer b ON b.buyer_id = d.buyer_id
      WHERE d.day BETWEEN \(days.first)::date AND \(days.last)::date
        AND (\(channel)::text IS NULL OR c.code = \(channel))
      """, order: "document DESC", limit: limit, on: connection)
  }

  /// One document: its head, its lines, and what was taken back of each.
  public struct OrderDetail: Sendable {
    /// One row: number, time, kind, channel, buyer, total, tenders, who and why.
    public let head: Listed
    /// A row a line.
    public let lines: Listed
    /// A row a refund or correction of it.
    public let taken: Listed
  }

  /// Shows a document.
  ///
  /// - Throws: `Problem` `order_unknown`.
  public func order(_ document: Int64) throws -> OrderDetail {
    let head = try connection.execute(
      """
      SELECT d.document_id AS document, to_char(d.at, 'YYYY-MM-DD HH24:MI:SS') AS at, d.day::text AS day,
        to_char(d.book_month, 'YYYY-MM') AS book_month, d.kind, coalesce((SELECT s.state FROM document_state s
          WHERE s.document_id = d.document_id AND s.book_month = d.book_month), '') AS state,
        c.code AS channel, coalesce(l.code, '') AS location,
        coalesce(b.code, '') AS buyer, coalesce(d.order_no, '') AS order_no, d.total, d.freight, d.receivable,
        coalesce((SELECT string_agg(t.method || ' ' || t.amount, ', ' ORDER BY t.tender_no) FROM tender t
          WHERE t.document_id = d.document_id), '') AS tenders,
        p.change, coalesce(f.name, '') AS file, coalesce(d.of_document::text, '') AS of_document, p.operator,
        p.recorded_by, p.command, to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI:SS') AS recorded_at,
        coalesce(p.reason, '') AS reason
      FROM document d
      JOIN channel c ON c.channel_id = d.channel_id
      JOIN posting p ON p.posting_id = d.posting_id
      LEFT JOIN buyer b ON b.buyer_id = d.buyer_id
      LEFT JOIN location l ON l.location_id = d.location_id
      LEFT JOIN import_file f ON f.file_id = d.file_id
      WHERE d.document_id = \(document)
      """)
    guard !head.isEmpty else { throw Problem("order_unknown", ["document": String(document)]) }
    let lines = try connection.execute(
      """
      SELECT l.line_no AS line, coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name,
        trim_scale(l.quantity) AS quantity, coalesce(p.unit, '') AS unit,
        coalesce(trim_scale(l.entered_quantity)::text, '') AS entered_quantity,
        coalesce(l.entered_unit, '') AS entered_unit,
        coalesce(round((l.amount + l.discount) / nullif(coalesce(l.entered_quantity, l.quantity), 0), 2)::text, '') AS price,
        l.discount, l.amount, l.verdict, l.rule,
        coalesce((SELECT v.row_no::text FROM claim c JOIN claim_snapshot v ON v.snapshot_id = c.value_id
          WHERE c.claim_id = l.claim_id), '') AS file_row,
        coalesce(trim_scale(o.quantity_left)::text, '') AS quantity_left, coalesce(o.amount_left::text, '') AS amount_left
      FROM line l
      LEFT JOIN product p ON p.product_id = l.product_id
      LEFT JOIN order_line o ON o.document_id = l.document_id AND o.line_no = l.line_no
      WHERE l.document_id = \(document)
      ORDER BY l.line_no
      """)
    let taken = try connection.execute(
      """
      SELECT d.document_id AS document, to_char(d.at, 'YYYY-MM-DD HH24:MI') AS at, d.kind, d.total,
        p.operator, coalesce(p.reason, '') AS reason
      FROM document d JOIN posting p ON p.posting_id = d.posting_id
      WHERE d.document_id IN (SELECT l.document_id FROM line l WHERE l.of_document = \(document))
      ORDER BY d.document_id
      """)
    return OrderDetail(head: Listed(head), lines: Listed(lines), taken: Listed(taken))
  }
}
