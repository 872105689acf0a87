public import Domain
internal import Postgres

/// What buyers owe, and paid.
public struct BuyerAccounts {
  let session: Session

  /// Keeps what a buyer paid: for the documents that are named, else the oldest.
  ///
  /// - Throws: `Problem` `buyer_unknown`, `buyer_document_unknown`, `buyer_payment_over`, `buyer_payment_over_documents`,
  ///   `day_to_come`, `act_before`, `month_closed`, `request_used`; `buyer_payment_positive`.
  public func pay(_ payment: BuyerPayment) throws -> BuyerReceipt {
    try entry(
      """
      SELECT payment, owed, repeated FROM pay_buyer(\(payment.id)::uuid, \(payment.buyer),
        \(payment.amount.description)::numeric, \(payment.documents)::bigint[], \(payment.day?.description)::date,
        \(payment.method), \(payment.isAdvance), \(payment.note), now(), \(session.operatorName), 'buyer pay')
      """)
  }

  /// Reverses a payment, whole, as of today.
  ///
  /// - Throws: `Problem` `buyer_payment_unknown`, `payment_reversed`, `payment_is_reversal`, `reason_blank`.
  public func reverse(_ payment: Int64, reason: String) throws -> BuyerReceipt {
    try entry(
      "SELECT posting, owed, false FROM reverse_buyer_payment(\(payment), \(reason), now(), \(session.operatorName), 'buyer pay')"
    )
  }

  private func entry(_ query: Query) throws -> BuyerReceipt {
    let (number, owed, isRepeated) = try session.transaction {
      try session.execute(query).single().decode((Int64, Money, Bool).self)
    }
    return BuyerReceipt(number: number, owed: owed, repeated: isRepeated)
  }

  /// What buyers owed at the end of a day (nil: today), in yuan by days past their terms, with a total: those that owe
  /// something or paid in advance.
  public func ageing(on day: BusinessDay? = nil) throws -> TotalledReport {
    try session.report(
      """
      WITH aged AS MATERIALIZED (
        SELECT b.code AS buyer, b.name, a.*
        FROM buyer_ageing_on(NULL, coalesce(\(day?.description)::date, (
          SELECT business_day(now(), g.timezone, g.day_start) FROM programme g))) a
        JOIN buyer b ON b.buyer_id = a.buyer_id
        WHERE a.owed <> 0 OR a.advance <> 0
      )
      SELECT buyer, name, not_due, to_30, to_60, to_90, older, advance, owed FROM (
        SELECT a.buyer, a.name, a.not_due, a.to_30, a.to_60, a.to_90, a.older, a.advance, a.owed FROM aged a
        UNION ALL
        SELECT NULL, '', coalesce(sum(a.not_due), 0.00), coalesce(sum(a.to_30), 0.00), coalesce(sum(a.to_60), 0.00),
          coalesce(sum(a.to_90), 0.00), coalesce(sum(a.older), 0.00), coalesce(sum(a.advance), 0.00),
          coalesce(sum(a.owed), 0.00)
        FROM aged a
      ) r
      ORDER BY buyer IS NULL, buyer
      """)
  }

  /// Lists the sales of a buyer that are not paid, the oldest first, in yuan, with the days that they are past the terms
  /// (below zero: to go).
  ///
  /// - Throws: `Problem` `buyer_unknown`.
  public func open(of buyer: String) throws -> Listed {
    let number = try number(of: buyer)
    return try session.list(
      """
      SELECT o.document_id AS document, o.day::text AS day, (o.day + b.terms)::text AS due_on,
        t.day - o.day - b.terms AS days_past, coalesce(i.number, '') AS invoice, o.amount, o.open
      FROM buyer b
      CROSS JOIN (SELECT business_day(now(), g.timezone, g.day_start) AS day FROM programme g) t
      JOIN buyer_open_on(\(number), 'infinity') o ON o.buyer_id = b.buyer_id
      LEFT JOIN canteen_acceptance_standing a ON a.document_id = o.document_id
      LEFT JOIN canteen_invoice_standing i ON i.acceptance_id = a.posting_id
      WHERE b.buyer_id = \(number) AND o.open > 0
      ORDER BY o.day, o.document_id
      """)
  }

  /// Lists every entry of a buyer's account, the oldest first, with what was owed after it, in yuan.
  ///
  /// - Throws: `Problem` `buyer_unknown`.
  public func entries(of buyer: String) throws -> Listed {
    let number = try number(of: buyer)
    return try session.list(
      """
      SELECT w.day::text AS day, w.kind, w.posting_id AS number, w.documents AS document, w.note, w.method, w.amount,
        sum(w.amount) OVER (ORDER BY w.day, w.posting_id) AS owed, w.operator
      FROM (
        SELECT l.day, l.kind, l.posting_id, coalesce(q.reason, '') AS note, sum(l.amount) AS amount, q.operator,
          coalesce(string_agg(l.document_id::text, ' ' ORDER BY l.document_id), '') AS documents,
          coalesce(min(p.method), '') AS method
        FROM buyer_ledger l
        JOIN posting q ON q.posting_id = l.posting_id
        LEFT JOIN buyer_payment p ON p.posting_id = l.posting_id
        WHERE l.buyer_id = \(number)
        GROUP BY l.day, l.kind, l.posting_id, q.reason, q.operator
      ) w
      ORDER BY w.day, w.posting_id
      """)
  }

  /// The number of the buyer of a code.
  func number(of buyer: String) throws -> Int64 {
    let found = try session.execute("SELECT buyer_id FROM buyer WHERE code = \(buyer)")
    guard let number = try found.first?.decode(Int64.self) else {
      throw Problem("buyer_unknown", ["code": buyer])
    }
    return number
  }
}
