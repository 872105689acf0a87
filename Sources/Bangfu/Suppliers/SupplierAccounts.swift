public import Domain
internal import Postgres

/// What is owed to suppliers, and paid.
public struct SupplierAccounts {
  let session: Session

  /// Pays a supplier: the receipts that are named, else the oldest.
  ///
  /// - Throws: `Problem` `supplier_unknown`, `receipt_unknown`, `payment_over`,
  ///   `payment_over_receipts`, `household_unlinked`, `day_to_come`, `request_used`; `supplier_payment_positive`.
  public func pay(_ payment: SupplierPayment) throws -> SupplierReceipt {
    try entry(
      """
      SELECT payment, owed, repeated FROM pay_supplier(\(payment.id)::uuid, \(payment.supplier),
        \(payment.amount.description)::numeric, \(payment.receipts)::bigint[], \(payment.day?.description)::date,
        \(payment.method), \(payment.household), \(payment.isAdvance), \(payment.note), now(), \(session.operatorName), 'supplier pay')
      """)
  }

  /// Reverses a payment, whole, as of today.
  ///
  /// - Throws: `Problem` `payment_unknown`, `payment_reversed`, `payment_is_reversal`.
  public func reverse(_ payment: Int64, reason: String) throws -> SupplierReceipt {
    try entry(
      "SELECT posting, owed, false FROM reverse_payment(\(payment), \(reason), now(), \(session.operatorName), 'supplier pay')"
    )
  }

  /// Raises what is owed to a supplier by so many yuan, or lowers it (below zero): a price agreed later, or mistyped.
  ///
  /// - Throws: `Problem` `supplier_unknown`, `receipt_unknown`, `day_to_come`;
  ///   `supplier_adjustment_not_zero`.
  public func adjust(
    _ supplier: String, by amount: Money, receipt: Int64?, day: BusinessDay?, reason: String
  ) throws -> SupplierReceipt {
    try entry(
      """
      SELECT posting, owed, false FROM adjust_supplier(\(supplier), \(amount.description)::numeric, \(receipt),
        \(day?.description)::date, \(reason), now(), \(session.operatorName), 'supplier adjust')
      """)
  }

  private func entry(_ query: Query) throws -> SupplierReceipt {
    let (number, owed, isRepeated) = try session.transaction {
      try session.execute(query).single().decode((Int64, Money, Bool).self)
    }
    return SupplierReceipt(number: number, owed: owed, repeated: isRepeated)
  }

  /// Lists what is still to be paid, or all, the oldest first: receipts, and what was charged without one, in yuan.
  ///
  /// - Throws: `Problem` `supplier_unknown`.
  public func owed(to supplier: String?, all: Bool = false) throws -> Listed {
    if let supplier { try Suppliers(session: session).expect(supplier) }
    return try session.list(
      """
      SELECT s.code AS supplier, s.name, o.receipt_id AS receipt, o.day::text AS day,
        business_day(now(), g.timezone, g.day_start) - o.day AS days, coalesce(q.reason, '') AS note, o.amount, o.open,
        coalesce(u.lines::text, '') AS unpriced
      FROM purchase_open o
      JOIN supplier s ON s.supplier_id = o.supplier_id
      JOIN posting q ON q.posting_id = o.receipt_id
      LEFT JOIN (SELECT receipt_id, count(*) AS lines FROM purchase_line WHERE NOT priced GROUP BY receipt_id) u
        ON u.receipt_id = o.receipt_id
      CROSS JOIN programme g
      WHERE (\(all) OR o.open > 0 OR u.lines > 0 AND o.amount = 0) AND (\(supplier)::text IS NULL OR s.code = \(supplier))
      ORDER BY s.code, o.day, o.receipt_id
      """)
  }

  /// Lists every entry of a supplier's account, the oldest first, with what was owed after it, in yuan.
  ///
  /// - Throws: `Problem` `supplier_unknown`.
  public func entries(of supplier: String) throws -> Listed {
    try Suppliers(session: session).expect(supplier)
    return try session.list(
      """
      SELECT w.day::text AS day, w.kind, w.posting_id AS number, w.note, w.receipt, w.method, w.household, w.amount,
        sum(w.amount) OVER (ORDER BY w.day, w.posting_id) AS owed, w.operator
      FROM (
        SELECT l.day, l.kind, l.posting_id, coalesce(q.reason, '') AS note, sum(l.amount) AS amount, q.operator,
          CASE WHEN l.kind = 'purchase' THEN '' ELSE coalesce(string_agg(l.receipt_id::text, ' ' ORDER BY l.receipt_id), '') END AS receipt,
          coalesce(min(p.method), '') AS method, coalesce(min(h.code), '') AS household
        FROM supplier_ledger l
        JOIN supplier s ON s.supplier_id = l.supplier_id
        JOIN posting q ON q.posting_id = l.posting_id
        LEFT JOIN supplier_payment p ON p.posting_id = l.posting_id
        LEFT JOIN supplier h ON h.supplier_id = l.household_id
        WHERE s.code = \(supplier)
        GROUP BY l.day, l.kind, l.posting_id, q.reason, q.operator
      ) w
      ORDER BY w.day, w.posting_id
      """)
  }
}
