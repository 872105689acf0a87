public import Domain
internal import Postgres

/// Showing documents.
extension Orders {
  /// Lists documents, newest first: of days, of a channel, at most so many.
  ///
  /// - Throws: `Problem` `channel_unknown`.
  public func list(
    _ days: DayRange = .all, channel: String?, limit: Int?
  ) throws -> Excerpt<OrderSummary> {
    try Channels(session: session).expect(channel)
    let (rows, all) = try session.first(
      limit,
      of: """
        SELECT d.document_id AS document, to_char(d.at, 'YYYY-MM-DD HH24:MI'), d.kind, c.code,
          coalesce(b.code, ''), coalesce(d.order_no, ''), d.total,
          \(unescaped: Orders.tenders), d.of_document, coalesce((SELECT s.state FROM document_state s
            WHERE s.document_id = d.document_id AND s.book_month = d.book_month), ''), p.operator
        FROM document d
        JOIN channel c ON c.channel_id = d.channel_id
        JOIN posting p ON p.posting_id = d.posting_id
        LEFT JOIN buyer b ON b.buyer_id = d.buyer_id
        WHERE d.day BETWEEN \(days.first)::date AND \(days.last)::date
          AND (\(channel)::text IS NULL OR c.code = \(channel))
        """, order: "document DESC")
    let summaries = try rows.map { row in
      let (document, at, kind, channel, buyer, number, total) = try row.decode(
        (Int64, String, String, String, String, String, Money).self)
      let (methods, amounts, ofDocument, state, who) = try row.decode(
        ([PaymentMethod]?, [Money]?, Int64?, String, String).self, from: 7)
      return OrderSummary(
        document: document, at: at, kind: kind, channel: channel, buyer: buyer,
        orderNumber: number, total: total, tenders: Orders.tenders(methods, amounts),
        ofDocument: ofDocument, state: state, operatorName: who)
    }
    return Excerpt(rows: summaries, cutFrom: all)
  }

  /// Shows a document.
  ///
  /// - Throws: `Problem` `order_unknown`.
  public func show(_ document: Int64) throws -> PostedOrder {
    PostedOrder(
      head: try head(of: document), lines: try lines(of: document),
      reversals: try session.list(
        """
        SELECT d.document_id AS document, to_char(d.at, 'YYYY-MM-DD HH24:MI') AS at, d.kind, d.total,
          p.operator, p.recorded_by::text AS recorded_by, coalesce(p.reason, '') AS reason
        FROM document d JOIN posting p ON p.posting_id = d.posting_id
        WHERE d.document_id IN (SELECT l.document_id FROM line l WHERE l.of_document = \(document))
        ORDER BY d.document_id
        """))
  }

  /// A sale as it was posted, for its slip.
  ///
  /// - Throws: `Problem` `order_unknown`.
  public func sale(_ document: Int64) throws -> Sale {
    let head = try head(of: document)
    let lines = try lines(of: document)
    return Sale(
      document: document, at: head.at, buyer: head.buyer.isEmpty ? nil : head.buyer,
      lines: lines.map { line in
        Sale.Line(
          sku: line.sku, name: line.name, unit: line.unit, quantity: line.quantity,
          entered: line.entered, amount: line.amount + line.discount)
      }, discount: lines.reduce(.zero) { $0 + $1.discount }, total: head.total,
      kept: head.tenders, owed: head.receivable, change: head.change ?? .zero)
  }

  private func head(of document: Int64) throws -> OrderHead {
    let rows = try session.execute(
      """
      SELECT to_char(d.at, 'YYYY-MM-DD HH24:MI:SS'), d.day, to_char(d.book_month, 'YYYY-MM'), d.kind,
        coalesce((SELECT s.state FROM document_state s
          WHERE s.document_id = d.document_id AND s.book_month = d.book_month), ''),
        c.code, coalesce(l.code, ''), coalesce(b.code, ''), coalesce(d.order_no, ''), d.total, d.freight, d.receivable,
        \(unescaped: Orders.tenders), p.change, coalesce(f.name, ''), d.of_document, p.operator, p.recorded_by,
        p.command, to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI:SS'), coalesce(p.reason, '')
      FROM document d
      JOIN channel c ON c.channel_id = d.channel_id
      JOIN posting p ON p.posting_id = d.posting_id
      LEFT JOIN buyer b ON b.buyer_id = d.buyer_id
      LEFT JOIN location l ON l.location_id = d.location_id
      LEFT JOIN import_file f ON f.file_id = d.file_id
      WHERE d.document_id = \(document)
      """)
    guard let row = rows.first else {
      throw Problem("order_unknown", ["document": String(document)])
    }
    let (at, day, month, kind, state, channel, location, buyer, number) = try row.decode(
      (String, String, String, String, String, String, String, String, String).self)
    let (total, freight, receivable, methods, amounts, change, file, ofDocument) = try row.decode(
      (Money, Money, Money, [PaymentMethod]?, [Money]?, Money?, String, Int64?).self, from: 9)
    let (who, recordedBy, command, recordedAt, reason) = try row.decode(
      (String, String, String, String, String).self, from: 17)
    return OrderHead(
      document: document, at: at, day: day, bookMonth: month, kind: kind, state: state,
      channel: channel, location: location, buyer: buyer, orderNumber: number, total: total,
      freight: freight, receivable: receivable, tenders: Orders.tenders(methods, amounts),
      change: change, file: file, ofDocument: ofDocument, operatorName: who,
      recordedBy: recordedBy, command: command, recordedAt: recordedAt, reason: reason)
  }

  private func lines(of document: Int64) throws -> [PostedLine] {
    try session.execute(
      """
      SELECT l.line_no, coalesce(p.sku, ''), coalesce(p.name, ''), coalesce(p.unit, ''), l.quantity,
        l.entered_quantity, l.entered_unit,
        round((l.amount + l.discount) / nullif(coalesce(l.entered_quantity, l.quantity), 0), 2),
        l.discount, l.amount, coalesce((n.judgement).verdict, l.verdict), coalesce((n.judgement).rule, l.rule),
        (SELECT v.row_no FROM claim c JOIN claim_snapshot v ON v.snapshot_id = c.value_id
          WHERE c.claim_id = l.claim_id),
        o.quantity_left, o.amount_left
      FROM line l
      LEFT JOIN product p ON p.product_id = l.product_id
      LEFT JOIN judged_anew n ON n.of_document = l.document_id AND n.of_line = l.line_no
        AND n.book_month = l.book_month
      LEFT JOIN order_line o ON o.document_id = l.document_id AND o.line_no = l.line_no
      WHERE l.document_id = \(document)
      ORDER BY l.line_no
      """
    ).map { row in
      let (number, sku, name, unit, quantity, entered, enteredUnit) = try row.decode(
        (Int, String, String, String, Quantity, Quantity?, String?).self)
      let (price, discount, amount, verdict, rule, fileRow, quantityLeft, amountLeft) =
        try row.decode(
          (Money?, Money, Money, String, String, Int64?, Quantity?, Money?).self, from: 7)
      return PostedLine(
        number: number, sku: sku, name: name, unit: unit, quantity: quantity,
        entered: entered.map { EnteredQuantity($0, enteredUnit) }, price: price,
        discount: discount, amount: amount, verdict: verdict, rule: rule, fileRow: fileRow,
        quantityLeft: quantityLeft, amountLeft: amountLeft)
    }
  }

  /// The SQL of a document's tenders: their methods and their amounts.
  private static let tenders = """
    (SELECT array_agg(t.method ORDER BY t.tender_no) FROM tender t WHERE t.document_id = d.document_id),
    (SELECT array_agg(t.amount ORDER BY t.tender_no) FROM tender t WHERE t.document_id = d.document_id)
    """

  private static func tenders(_ methods: [PaymentMethod]?, _ amounts: [Money]?) -> [Tender] {
    zip(methods ?? [], amounts ?? []).map { Tender(method: $0, amount: $1) }
  }
}
