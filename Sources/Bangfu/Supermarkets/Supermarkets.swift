internal import Domain
internal import Postgres

/// Supermarkets (商超): the terms they sell on, what they settle, deduct and pay, and what stands on their shelves.
public struct Supermarkets {
  let session: Session

  /// Keeps terms from their day on, until others begin, and returns the act's number; `reason` may be nil.
  ///
  /// - Throws: `Problem` `channel_unknown`, `supermarket_channel`; `supermarket_contract_rate_plausible` and others of
  ///   the table.
  @discardableResult
  public func add(_ terms: SupermarketTerms, reason: String? = nil) throws -> Int64 {
    try session.transaction {
      try session.execute(
        """
        SELECT add_supermarket_contract(\(terms.channel), \(terms.from.description)::date, \(terms.kind.rawValue),
          \(terms.rate.description)::numeric, \(terms.lastDay), \(terms.shops)::text[], \(reason), now(),
          \(session.operatorName), 'supermarket contract')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Keeps what a supermarket settled and deducts, and returns its number, and whether it had been entered before.
  ///
  /// - Throws: `Problem` `channel_unknown`, `supermarket_channel`, `supermarket_terms_missing`, `settlement_days`,
  ///   `settlement_other_period`, `sheet_old`, `settlement_overlaps`, `deduction_twice`, `settlement_without_sales`,
  ///   `settlement_over_till`, `deductions_over`, `day_to_come`, `request_used`.
  @discardableResult
  public func settle(_ it: SupermarketSettlement) throws -> (number: Int64, repeated: Bool) {
    try session.transaction {
      try session.execute(
        """
        SELECT settlement, repeated FROM settle_supermarket(\(it.id)::uuid, \(it.channel), \(it.from?.description)::date,
          \(it.to.description)::date, \(it.settled?.description)::numeric, \(it.till?.description)::numeric,
          \(it.deductions.map(\.kind))::text[], \(it.deductions.map(\.amount.description))::numeric[], \(it.isSure),
          \(it.note), now(), \(session.operatorName), 'supermarket settle')
        """
      ).single().decode((Int64, Bool).self)
    }
  }

  /// The kinds of deductions of a settlement that nobody knows; they are kept as they are.
  public func unknownDeductions(of settlement: Int64) throws -> [String] {
    try session.execute(
      """
      SELECT d.kind FROM supermarket_deduction d
      WHERE d.posting_id = \(settlement) AND NOT deduction_known(d.kind) ORDER BY d.kind COLLATE "C"
      """
    ).map { try $0.decode(String.self) }
  }

  /// Keeps what a supermarket paid of a settlement, no more than is due.
  ///
  /// - Throws: `Problem` `supermarket_settlement_unknown`, `supermarket_payment_over`, `day_to_come`, `act_before`,
  ///   `request_used`; `supermarket_payment_positive`.
  @discardableResult
  public func pay(_ it: SupermarketPayment) throws -> BuyerReceipt {
    try entry(
      """
      SELECT payment, owed, repeated FROM pay_supermarket(\(it.id)::uuid, \(it.settlement),
        \(it.amount.description)::numeric, \(it.day?.description)::date, \(it.method), \(it.note), now(),
        \(session.operatorName), 'supermarket pay')
      """)
  }

  /// Reverses a payment, whole, as of today.
  ///
  /// - Throws: `Problem` `supermarket_payment_unknown`, `payment_reversed`, `payment_is_reversal`, `reason_blank`.
  @discardableResult
  public func reverse(_ payment: Int64, reason: String) throws -> BuyerReceipt {
    try entry(
      """
      SELECT posting, owed, false FROM reverse_supermarket_payment(\(payment), \(reason), now(),
        \(session.operatorName), 'supermarket pay')
      """)
  }

  private func entry(_ query: Query) throws -> BuyerReceipt {
    let (number, owed, isRepeated) = try session.transaction {
      try session.execute(query).single().decode((Int64, Money, Bool).self)
    }
    return BuyerReceipt(number: number, owed: owed, repeated: isRepeated)
  }

  /// Undoes terms, or a settlement of which nothing is paid, by its number.
  ///
  /// - Throws: `Problem` `supermarket_settlement_unknown`, `settlement_paid`, `undone_already`, `reason_blank`.
  public func undo(_ number: Int64, reason: String?) throws {
    try session.transaction {
      try session.execute(
        """
        SELECT undo_supermarket(\(number), \(reason), now(), \(session.operatorName), 'supermarket undo')
        """)
    }
  }

  /// Lists the terms that hold, by supermarket and day.
  public func terms() throws -> Listed {
    try session.list(
      """
      SELECT t.contract_id AS number, h.code AS channel, h.name, t.from_day::text AS "from",
        CASE WHEN t.to_day < '2099-12-31' THEN t.to_day::text ELSE '' END AS "to", t.kind, t.rate::text AS rate,
        t.last_day AS period_end, coalesce(l.code, '') AS shelf, array_to_string(t.shops, ', ') AS shops
      FROM supermarket_terms t
      JOIN channel h ON h.channel_id = t.channel_id
      LEFT JOIN location l ON l.location_id = h.ships_from
      ORDER BY h.code, t.from_day
      """)
  }

  /// Lists the settlements, the newest first: till sales by the sheets, what the terms make of them, what was settled,
  /// deducted, is due, paid and still open, in yuan.
  public func list() throws -> Listed {
    try session.list(
      """
      SELECT s.settlement_id AS number, h.code AS channel, s.from_day::text AS "from", s.to_day::text AS "to", r.till,
        r.settlement AS reckoned, s.settled, s.settled - r.settlement AS difference, s.deducted, s.due AS after_deductions,
        s.paid, s.due - s.paid AS still_open
      FROM supermarket_settled s
      JOIN channel h ON h.channel_id = s.channel_id
      JOIN (
        SELECT s.settlement_id, sum(r.till) AS till, sum(r.settlement) AS settlement
        FROM supermarket_settled s
        JOIN supermarket_reckoned r ON r.channel_id = s.channel_id AND r.day BETWEEN s.from_day AND s.to_day
        GROUP BY s.settlement_id
      ) r ON r.settlement_id = s.settlement_id
      ORDER BY s.to_day DESC, h.code, s.settlement_id
      """)
  }

  /// Lists what a settlement is made of, from till sales to what is still open, in yuan: each deduction by its kind, each
  /// payment with its number and day.
  ///
  /// - Throws: `Problem` `supermarket_settlement_unknown`.
  public func entries(of settlement: Int64) throws -> Listed {
    let found = try session.execute(
      "SELECT FROM supermarket_settled s WHERE s.settlement_id = \(settlement)")
    guard !found.isEmpty else {
      throw Problem("supermarket_settlement_unknown", ["number": String(settlement)])
    }
    return try session.list(
      """
      WITH it AS (SELECT s.* FROM supermarket_settled s WHERE s.settlement_id = \(settlement)), ours AS (
        SELECT sum(r.till) AS till, sum(r.settlement) AS settlement
        FROM it JOIN supermarket_reckoned r ON r.channel_id = it.channel_id AND r.day BETWEEN it.from_day AND it.to_day
      )
      SELECT e.part AS settlement_part, e.of_part, coalesce(e.day::text, '') AS day, coalesce(e.number::text, '') AS number,
        e.amount AS amount_of_part
      FROM (
        SELECT 1 AS place, 'till' AS part, '' AS of_part, it.to_day AS day, NULL::bigint AS number, ours.till AS amount
        FROM it CROSS JOIN ours
        UNION ALL SELECT 2, 'till_said', '', it.to_day, NULL, it.till_said FROM it WHERE it.till_said IS NOT NULL
        UNION ALL SELECT 3, 'by_terms', '', it.to_day, NULL, ours.settlement FROM it CROSS JOIN ours
        UNION ALL SELECT 4, 'settlement', '', it.to_day, it.settlement_id, it.settled FROM it
        UNION ALL SELECT 5, CASE WHEN deduction_known(d.kind) THEN 'deduction' ELSE 'unknown_deduction' END, d.kind,
          it.to_day, NULL, -d.amount FROM it JOIN supermarket_deduction d ON d.posting_id = it.settlement_id
        UNION ALL SELECT 6, 'after_deductions', '', it.to_day, NULL, it.due FROM it
        UNION ALL SELECT 7, CASE WHEN p.reverses IS NULL THEN 'payment' ELSE 'reversal' END, p.method, p.day,
          p.posting_id, -p.amount FROM it JOIN supermarket_payment p ON p.settlement_id = it.settlement_id
        UNION ALL SELECT 8, 'still_open', '', NULL, NULL, it.due - it.paid FROM it
      ) e
      ORDER BY e.place, e.day, e.number, e.of_part
      """)
  }

  /// Reports, by product, what was sent to a supermarket's shelf, came back from it, was sold, moved otherwise and should
  /// be there, the difference that counts found, what is there, and what its sheets sold beyond that, in base units.
  ///
  /// - Throws: `Problem` `channel_unknown`, `supermarket_channel`, `supermarket_shelf_missing`.
  public func shelf(of channel: String) throws -> Listed {
    try session.list(
      """
      SELECT p.sku, p.name, trim_scale(s.sent)::text AS sent, trim_scale(s.returned)::text AS sent_back,
        trim_scale(s.sold)::text AS sold, trim_scale(s.otherwise)::text AS otherwise,
        trim_scale(s.expected)::text AS expected_there, trim_scale(s.counted)::text AS count_found,
        trim_scale(s.on_hand)::text AS left_there, trim_scale(s.short)::text AS sold_short, p.unit
      FROM supermarket_shelf(\(channel)) s
      JOIN product p ON p.product_id = s.product_id
      ORDER BY p.sku
      """)
  }

  /// Reports by supermarket and month what its tills took, what was settled, is due after deductions and was paid, and
  /// what no settlement covers, in yuan, with totals.
  public func months(in period: ReportPeriod) throws -> TotalledReport {
    try session.report(
      """
      WITH months AS MATERIALIZED (
        SELECT m.* FROM supermarket_months(\(period.firstDay)::date, \(period.lastDay)::date) m
      )
      SELECT channel, month, till, settled, after_deductions, paid, unsettled, estimated_split FROM (
        SELECT h.code AS channel, to_char(m.month, 'YYYY-MM') AS month, m.till, m.settled, m.due AS after_deductions, m.paid,
          m.unsettled, CASE WHEN m.estimated THEN 'yes' ELSE 'no' END AS estimated_split, 1 AS place
        FROM months m JOIN channel h ON h.channel_id = m.channel_id
        UNION ALL
        SELECT '', '', coalesce(sum(m.till), 0.00), coalesce(sum(m.settled), 0.00), coalesce(sum(m.due), 0.00),
          coalesce(sum(m.paid), 0.00), coalesce(sum(m.unsettled), 0.00), '', 2
        FROM months m
      ) r
      ORDER BY place, channel, month
      """)
  }
}
