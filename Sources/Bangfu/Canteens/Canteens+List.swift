internal import Domain
internal import Postgres

/// What was ordered, and what became of it.
extension Canteens {
  /// Lists orders, the newest first, with their worth and what was accepted of them in yuan: those that are not done, or
  /// all.
  ///
  /// - Throws: `Problem` `buyer_unknown`.
  public func list(of buyer: String? = nil, all: Bool = false) throws -> Listed {
    if let buyer { _ = try Buyers(session: session).show(buyer) }
    return try session.list(
      """
      SELECT w.number, w.day, w.buyer, w.name, w.wished, w.amount, w.accepted_amount, w.state, w.operator
      FROM (
        SELECT o.posting_id AS number, o.day::text AS day, b.code AS buyer, b.name, l.wished::text AS wished, l.amount,
          coalesce(a.amount, 0.00) AS accepted_amount, p.operator,
          CASE WHEN EXISTS (SELECT FROM posting u WHERE u.undoes = o.posting_id) THEN 'undone'
            WHEN l.due > 0 THEN 'open'
            WHEN d.deliveries > coalesce(a.acceptances, 0) THEN 'delivered'
            WHEN coalesce(a.sales, 0) > coalesce(a.invoices, 0) THEN 'accepted'
            WHEN a.sales > 0 THEN 'invoiced' ELSE 'finished' END AS state
        FROM canteen_order o
        JOIN buyer b ON b.buyer_id = o.buyer_id
        JOIN posting p ON p.posting_id = o.posting_id
        JOIN (SELECT n.posting_id, max(n.wished) AS wished, sum(n.open) AS due,
                sum(canteen_amount(n.price, n.quantity, n.quantity, n.entered_quantity)) AS amount
              FROM canteen_order_line n GROUP BY n.posting_id) l ON l.posting_id = o.posting_id
        LEFT JOIN (SELECT y.order_id, count(*) AS deliveries FROM canteen_delivery_standing y GROUP BY y.order_id) d
          ON d.order_id = o.posting_id
        LEFT JOIN (
          SELECT y.order_id, count(*) AS acceptances, count(c.document_id) AS sales, count(i.posting_id) AS invoices,
            sum(s.total) AS amount
          FROM canteen_acceptance_standing c
          JOIN canteen_delivery y ON y.posting_id = c.delivery_id
          LEFT JOIN document s ON s.document_id = c.document_id
          LEFT JOIN canteen_invoice_standing i ON i.acceptance_id = c.posting_id
          GROUP BY y.order_id
        ) a ON a.order_id = o.posting_id
        WHERE \(buyer)::text IS NULL OR b.code = \(buyer)
      ) w
      WHERE \(all) OR w.state IN ('open', 'delivered', 'accepted')
      ORDER BY w.number DESC
      """)
  }

  /// Shows the lines of an order: what was ordered, is still due, delivered, accepted, refused and lost, in base units, and
  /// what was accepted in yuan.
  ///
  /// - Throws: `Problem` `canteen_order_unknown`.
  public func show(_ order: Int64) throws -> Listed {
    try expect(order)
    return try session.list(
      """
      SELECT l.line_no AS line, p.sku, p.name, p.unit, l.wished::text AS wished, l.price,
        coalesce(l.entered_unit, '') AS entered_unit, trim_scale(l.quantity) AS quantity, trim_scale(l.open) AS due,
        trim_scale(coalesce(d.quantity, 0)) AS delivered, trim_scale(coalesce(w.quantity, 0)) AS with_buyers,
        trim_scale(coalesce(a.accepted, 0)) AS accepted, trim_scale(coalesce(a.refused, 0)) AS refused,
        trim_scale(coalesce(a.lost, 0)) AS lost, coalesce(a.amount, 0.00) AS amount
      FROM canteen_order_line l
      JOIN product p ON p.product_id = l.product_id
      LEFT JOIN canteen_delivered d ON d.order_id = l.posting_id AND d.product_id = l.product_id
      LEFT JOIN (SELECT o.product_id, sum(o.quantity) AS quantity FROM canteen_out o WHERE o.order_id = \(order)
                 GROUP BY o.product_id) w ON w.product_id = l.product_id
      LEFT JOIN (
        SELECT s.line_no, sum(s.accepted) AS accepted, sum(s.refused) AS refused,
          sum(s.delivered - s.accepted - s.refused) AS lost,
          sum(canteen_amount(n.price, s.accepted, n.quantity, n.entered_quantity)) AS amount
        FROM canteen_acceptance_standing c
        JOIN canteen_delivery y ON y.posting_id = c.delivery_id AND y.order_id = \(order)
        JOIN canteen_acceptance_line s ON s.posting_id = c.posting_id
        JOIN canteen_order_line n ON n.posting_id = y.order_id AND n.line_no = s.line_no
        GROUP BY s.line_no
      ) a ON a.line_no = l.line_no
      WHERE l.posting_id = \(order)
      ORDER BY l.line_no
      """)
  }

  /// Lists the acts of an order, the oldest first: deliveries, acceptances with their documents in yuan, invoices, ends.
  ///
  /// - Throws: `Problem` `canteen_order_unknown`.
  public func acts(of order: Int64) throws -> Listed {
    try expect(order)
    return try session.list(
      """
      SELECT f.posting_id AS number, f.day::text AS day, f.kind, coalesce(f.document_id::text, '') AS document,
        coalesce(d.total::text, '') AS amount, coalesce(f.invoice, '') AS invoice, coalesce(f.signed_by, '') AS signed_by,
        coalesce(p.reason, '') AS note,
        CASE WHEN EXISTS (SELECT FROM posting u WHERE u.undoes = f.posting_id) THEN 'undone' ELSE 'stands' END AS state,
        p.operator
      FROM (
        SELECT o.posting_id, o.day, 'order' AS kind, NULL::bigint AS document_id, NULL AS invoice, NULL AS signed_by
        FROM canteen_order o WHERE o.posting_id = \(order)
        UNION ALL
        SELECT y.posting_id, y.day, 'delivery', NULL, NULL, NULL FROM canteen_delivery y WHERE y.order_id = \(order)
        UNION ALL
        SELECT a.posting_id, a.day, 'acceptance', a.document_id, NULL, a.signed_by
        FROM canteen_acceptance a JOIN canteen_delivery y ON y.posting_id = a.delivery_id
        WHERE y.order_id = \(order)
        UNION ALL
        SELECT DISTINCT i.posting_id, i.day, 'invoice', NULL::bigint, i.number, NULL
        FROM canteen_invoice i
        JOIN canteen_acceptance a ON a.posting_id = i.acceptance_id
        JOIN canteen_delivery y ON y.posting_id = a.delivery_id
        WHERE y.order_id = \(order)
        UNION ALL
        SELECT e.posting_id, business_day(q.recorded_at, g.timezone, g.day_start), 'end', NULL, NULL, NULL
        FROM canteen_order_end e JOIN posting q ON q.posting_id = e.posting_id CROSS JOIN programme g
        WHERE e.order_id = \(order)
      ) f
      JOIN posting p ON p.posting_id = f.posting_id
      LEFT JOIN document d ON d.document_id = f.document_id
      ORDER BY f.posting_id
      """)
  }

  private func expect(_ order: Int64) throws {
    guard try session.finds("SELECT FROM canteen_order WHERE posting_id = \(order)") else {
      throw Problem("canteen_order_unknown", ["order": String(order)])
    }
  }
}
