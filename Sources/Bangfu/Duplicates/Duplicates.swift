internal import Domain
internal import Postgres

/// What a search for duplicates found.
public struct DuplicatesFound: Equatable, Sendable {
  /// Groups of sales that may be one, and the pairs that make them.
  public let groups: Int, pairs: Int
}

/// What a decision did.
public struct DuplicateDecision: Equatable, Sendable {
  /// The decision's number, by which it is undone.
  public let number: Int64
  /// How many lines of open months were judged anew.
  public let judged: Int
}

/// A group of sales that may be one, or were decided to be.
public struct DuplicateGroup: Sendable {
  /// Its sales: who reports each, its order, day, product, quantity and yuan, and what counts.
  public let sales: Listed
  /// How each pair compares, field by field, in bits of evidence; none of a decided group.
  public let pairs: Listed
}

/// The sales that two sources may report: candidates, and what people decided of them.
///
/// Nothing is ever made one by itself: a person decides.
public struct Duplicates {
  let session: Session

  /// Lists the groups that nobody has decided, most yuan first; or the decisions that stand, newest first.
  public func list(decided: Bool, limit: Int?) throws -> Listed {
    decided
      ? try session.list(
        """
        SELECT d.posting_id AS number, d.group_id AS "group", count(*) FILTER (WHERE u.same) AS as_one,
          count(*) FILTER (WHERE NOT u.same) AS apart, p.operator, p.recorded_by::text AS recorded_by,
          to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, coalesce(p.reason, '') AS reason
        FROM duplicate_decision_standing d
        JOIN posting p ON p.posting_id = d.posting_id
        JOIN duplicate_decided u ON u.posting_id = d.posting_id
        GROUP BY d.posting_id, d.group_id, p.operator, p.recorded_by, p.recorded_at, p.reason
        """, order: "number DESC", limit: limit)
      : try session.list(
        """
        SELECT u.group_id AS "group", count(*) AS many, min(u.day)::text AS day,
          string_agg(DISTINCT u.source, ', ') AS sources, string_agg(DISTINCT p.sku, ', ') AS sku,
          coalesce(sum(u.amount - u.refunded) FILTER (WHERE u.nth > 1 AND u.verdict = 'counted'), 0.00) AS amount,
          (SELECT max(round(100 * r.probability::numeric, 1)) FROM duplicate_pair r WHERE r.group_id = u.group_id)::text
            AS likely
        FROM undecided_sale u LEFT JOIN product p ON p.product_id = u.product_id
        GROUP BY u.group_id HAVING count(*) > 1
        """, order: "amount DESC, \"group\"", limit: limit)
  }

  /// Shows a group that nobody has decided, or a decision, by its number.
  ///
  /// - Throws: `Problem` `duplicates_unknown`.
  public func show(_ number: Int64) throws -> DuplicateGroup {
    let sales = try session.list(
      """
      SELECT u.unit AS sale, u.source, coalesce(u.order_no, u.document_id::text) AS "order", u.day::text AS day,
        coalesce(p.sku, '') AS sku, trim_scale(u.quantity) AS quantity, u.amount, u.refunded, coalesce(b.code, '') AS buyer,
        u.verdict, CASE WHEN u.nth = 1 THEN 'yes' ELSE 'no' END AS would_count
      FROM undecided_sale u
      LEFT JOIN product p ON p.product_id = u.product_id
      LEFT JOIN buyer b ON b.buyer_id = u.buyer_id
      WHERE u.group_id = \(number)
      UNION ALL
      SELECT u.unit, r.source, coalesce(r.order_no, r.document_id::text), r.day::text, coalesce(p.sku, ''),
        trim_scale(r.quantity), r.amount, 0.00, coalesce(b.code, ''), coalesce((r.judgement).verdict, ''),
        CASE WHEN k.counts THEN 'yes' WHEN u.same THEN 'no' ELSE 'other' END
      FROM duplicate_decided u
      JOIN duplicate_decision_standing d ON d.posting_id = u.posting_id
      LEFT JOIN duplicate_unit k ON k.unit = u.unit AND k.decision_id = u.posting_id
      LEFT JOIN sales_reported(ARRAY(SELECT x.unit FROM duplicate_decided x WHERE x.posting_id = \(number))) r
        ON r.unit = u.unit
      LEFT JOIN product p ON p.product_id = r.product_id
      LEFT JOIN buyer b ON b.buyer_id = r.buyer_id
      WHERE u.posting_id = \(number)
      ORDER BY 4, 1
      """)
    if sales.rows.isEmpty { throw Problem("duplicates_unknown", ["group": String(number)]) }
    return DuplicateGroup(
      sales: sales,
      pairs: try session.list(
        """
        SELECT r.one, r.other, round(r.weights[1]::numeric, 1)::text AS order_bits,
          round(r.weights[2]::numeric, 1)::text AS day_bits, round(r.weights[3]::numeric, 1)::text AS goods_bits,
          round(r.weights[4]::numeric, 1)::text AS buyer_bits,
          coalesce(round(r.weights[5]::numeric, 1)::text, '') AS courier_bits, round(r.weight::numeric, 1)::text AS bits,
          round(100 * r.probability::numeric, 1)::text AS likely
        FROM duplicate_pair r WHERE r.group_id = \(number) ORDER BY r.weight DESC, r.one, r.other
        """))
  }

  /// Decides a group: its sales are one, or some of them, or none; and maybe which of them counts.
  ///
  /// - Throws: `Problem` `duplicates_unknown`, `group_decided`, `group_dissolved`, `sale_not_of_group`, `group_of_one`,
  ///   `sale_decided`, `reason_blank`.
  public func decide(
    _ group: Int64, same: Bool, sales: [Int64] = [], counted: Int64? = nil, reason: String
  ) throws -> DuplicateDecision {
    try decision(
      """
      SELECT posting, judged FROM decide_duplicates(\(group), \(same), \(sales), \(counted), \(reason), now(),
        \(session.operatorName), 'duplicates decide')
      """)
  }

  /// Undoes a decision: its sales count as they did.
  ///
  /// - Throws: `Problem` `decision_unknown`, `undone_already`, `reason_blank`.
  public func undo(_ decision: Int64, reason: String) throws -> DuplicateDecision {
    try self.decision(
      """
      SELECT posting, judged
      FROM undo_decision(\(decision), \(reason), now(), \(session.operatorName), 'duplicates undo')
      """)
  }

  /// Says which of the sales that a decision made one counts.
  ///
  /// - Throws: `Problem` `decision_unknown`, `undone_already`, `sale_not_of_group`, `reason_blank`.
  public func choose(_ sale: Int64, in decision: Int64, reason: String) throws
    -> DuplicateDecision
  {
    try self.decision(
      """
      SELECT posting, judged
      FROM choose_counted(\(decision), \(sale), \(reason), now(), \(session.operatorName), 'duplicates count')
      """)
  }

  private func decision(_ query: Query) throws -> DuplicateDecision {
    try session.transaction {
      let (number, judged) = try session.execute(query).single().decode((Int64, Int).self)
      return DuplicateDecision(number: number, judged: judged)
    }
  }
}
