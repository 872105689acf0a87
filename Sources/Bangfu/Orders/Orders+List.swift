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
      limit, of: listing(days, channel), order: "document DESC")
    return Excerpt(rows: try rows.map(summary), cutFrom: all)
  }

  /// Hands over the same documents one by one, while the database still reads them.
  ///
  /// - Throws: `Problem` `channel_unknown`; what `body` throws.
  public func forEach(
    _ days: DayRange = .all, channel: String?, limit: Int?,
    _ body: (OrderSummary) throws -> Void
  ) throws {
    try Channels(session: session).expect(channel)
    try session.forEach(limit, of: listing(days, channel), order: "document DESC") { row in
      try body(summary(row))
    }
  }

  /// How many documents there are: of days, of a channel.
  public func count(_ days: DayRange = .all, channel: String?) throws -> Int {
    try session.count(listing(days, channel))
  }

  private func listing(_ days: DayRange, _ channel: String?) -> Query {
    """
    SELECT d.document_id AS document, to_char(d.at, 'YYYY-MM-DD HH24:MI'), d.kind, c.code,
      coalesce(b.code, ''), coalesce(d.order_no, ''), d.total,
      CASE WHEN d.file_id IS NULL THEN \(unescaped: Orders.tenders) END,  -- files report no tenders
      d.of_document,
      CASE WHEN EXISTS (SELECT FROM line b WHERE b.of_document = d.document_id) THEN  -- of most nothing comes back
        coalesce((SELECT s.state FROM document_state s
          WHERE s.document_id = d.document_id AND s.book_month = d.book_month), '') ELSE '' END, p.operator
    FROM document d
    JOIN channel c ON c.channel_id = d.channel_id
    JOIN posting p ON p.posting_id = d.posting_id
    LEFT JOIN buyer b ON b.buyer_id = d.buyer_id
    WHERE d.day BETWEEN \(days.first)::date AND \(days.last)::date
      AND (\(channel)::text IS NULL OR c.code = \(channel))
    """
  }

  private func summary(_ row: Row) throws -> OrderSummary {
    OrderSummary(
      document: try row.value(0), at: try row.value(1), kind: try row.value(2),
      channel: try row.value(3), buyer: try row.value(4), orderNumber: try row.value(5),
      total: try row.value(6), tenders: try row.value(7, as: PostedTenders.self).tenders,
      ofDocument: try row.value(8), state: try row.value(9), operatorName: try row.value(10))
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
    let (total, freight, receivable, paid, change, file, ofDocument) = try row.decode(
      (Money, Money, Money, PostedTenders, Money?, String, Int64?).self, from: 9)
    let (who, recordedBy, command, recordedAt, reason) = try row.decode(
      (String, String, String, String, String).self, from: 16)
    return OrderHead(
      document: document, at: at, day: day, bookMonth: month, kind: kind, state: state,
      channel: channel, location: location, buyer: buyer, orderNumber: number, total: total,
      freight: freight, receivable: receivable, tenders: paid.tenders,
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

  /// The SQL of a document's tenders, as `PostedTenders` reads them.
  private static let tenders = """
    (SELECT string_agg(t.method || ' ' || t.amount, ',' ORDER BY t.tender_no)
      FROM tender t WHERE t.document_id = d.document_id)
    """
}

/// The tenders of a document in one text, such as `cash 10.00,wechat 5.00`; NULL is none.
private struct PostedTenders: PostgresDecodable {
  let tenders: [Tender]

  init?(postgres text: String?) {
    var tenders: [Tender] = []
    guard let text else {
      self.tenders = tenders
      return
    }
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ")
      guard words.count == 2, let method = PaymentMethod(rawValue: String(words[0])),
        let amount = Money(String(words[1]))
      else { return nil }
      tenders.append(Tender(method: method, amount: amount))
    }
    self.tenders = tenders
  }
}
