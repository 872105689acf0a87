public import Domain
internal import Postgres

/// What the orders of a month are reconciled by.
public enum ReconciliationDimension: String, CaseIterable, Sendable {
  /// Why they are open.
  case reason
  /// The orders that are not settled to the fen.
  case order
  /// What was settled, by kind: fees with their rates, and what was agreed.
  case fee
  /// The orders of which a fee is not what was agreed.
  case rate
  /// What tills took a day, against the bills of payment services.
  case day
  /// The streamers that commissions are of.
  case host
}

/// Settlement lines: what platforms and payment services say of the money of orders.
public struct Settlements {
  let session: Session

  /// Which lines are listed.
  public struct Selection: Sendable {
    /// The channel's code; nil for all.
    public var channel: String?
    /// The month of their days; nil for all.
    public var month: Month?
    /// The platform's number of an order; nil for all.
    public var order: String?
    /// Only lines that two live files say otherwise.
    public var areDiffering = false
    /// Only lines of which something is of a kind that the profile does not know.
    public var areUnknown = false
    /// Only lines that are of no order.
    public var areOfNoOrder = false

    /// Selects all lines.
    public init() {}
  }

  /// Reconciles the orders of a channel that were sold in a month: paid - refunds - fees = settled + open, in yuan.
  ///
  /// - Throws: `Problem` `channel_unknown`, `days_of_platform`.
  public func reconcile(
    _ channel: String, _ month: Month, by dimension: ReconciliationDimension
  ) throws -> TotalledReport {
    try translating {
      let day = month.firstDay
      switch dimension {
      case .reason:
        return try session.report(
          """
          SELECT reason AS settled_as, orders, paid, refunds, fees, settled, open AS still_open,
            settled_remedy(reason, \(channel), NULL, \(day)::date) AS mended_by
          FROM settled_reasons(\(channel), \(day)::date)
          """)
      case .order:
        return try session.report(
          """
          WITH unsettled AS MATERIALIZED (
            SELECT o.* FROM settled_orders(\(channel), \(day)::date) o WHERE o.reason <> 'settled'
          )
          SELECT order_no, day, paid, refunds, fees, settled, still_open, settled_as, mended_by
          FROM (
            SELECT o.order_no, o.day::text, o.paid, o.refunds, o.fees, o.settled, o.open AS still_open,
              o.reason AS settled_as, settled_remedy(o.reason, \(channel), o.order_no, \(day)::date) AS mended_by
            FROM unsettled o
            UNION ALL
            SELECT NULL, NULL, coalesce(sum(o.paid), 0.00), coalesce(sum(o.refunds), 0.00), coalesce(sum(o.fees), 0.00),
              coalesce(sum(o.settled), 0.00), coalesce(sum(o.open), 0.00), '', ''
            FROM unsettled o
          ) r
          ORDER BY order_no IS NULL, day, order_no
          """)
      case .fee:
        return try session.report(
          """
          SELECT kind AS settled_kind, lines, amount, coalesce(rate::text, '') AS rate, coalesce(agreed::text, '') AS agreed,
            coalesce(source, '') AS agreed_by, expected AS expected_fee, differing, difference AS fee_difference,
            CASE WHEN differing > 0 AND kind <> '' THEN settled_remedy('fee_differs', \(channel), NULL, \(day)::date) ELSE '' END AS mended_by
          FROM settled_fees(\(channel), \(day)::date)
          """)
      case .rate:
        return try session.report(
          """
          WITH differing AS MATERIALIZED (
            SELECT r.* FROM settled_rates(\(channel), \(day)::date) r WHERE r.differs
          )
          SELECT order_no, day, settled_kind, host, rated, agreed, agreed_by, expected_fee, amount, fee_difference, mended_by
          FROM (
            SELECT r.order_no, r.day::text, r.kind AS settled_kind, r.host, r.base AS rated, r.rate::text AS agreed,
              r.source AS agreed_by, r.expected AS expected_fee, r.amount, r.amount - r.expected AS fee_difference,
              CASE WHEN r.order_no <> '' THEN settled_remedy('amount_differs', \(channel), r.order_no, \(day)::date)
                ELSE concat_ws(' ', 'bangfu settle list --channel', \(channel)::text, '--month', left(r.day::text, 7)) END
                AS mended_by, 1 AS place
            FROM differing r
            UNION ALL
            SELECT '', '', '', '', coalesce(sum(r.base), 0.00), '', '', coalesce(sum(r.expected), 0.00),
              coalesce(sum(r.amount), 0.00), coalesce(sum(r.amount - r.expected), 0.00), '', 2
            FROM differing r
          ) r
          ORDER BY place, day, order_no, settled_kind, host
          """)
      case .day:
        try refusePlatform(channel)
        return try session.report(
          """
          WITH days AS MATERIALIZED (SELECT * FROM settled_days(\(channel), \(day)::date))
          SELECT day, method, orders, paid, refunds, fees, settled, still_open, settled_as, mended_by
          FROM (
            SELECT d.day::text, d.method, d.orders, d.paid, d.refunds, d.fees, d.settled, d.open AS still_open,
              d.reason AS settled_as, settled_remedy(d.reason, \(channel), NULL, \(day)::date, d.day) AS mended_by, 1 AS place
            FROM days d
            UNION ALL
            SELECT '', '', coalesce(sum(d.orders), 0)::bigint, coalesce(sum(d.paid), 0.00), coalesce(sum(d.refunds), 0.00),
              coalesce(sum(d.fees), 0.00), coalesce(sum(d.settled), 0.00), coalesce(sum(d.open), 0.00), '', '', 2
            FROM days d
          ) r
          ORDER BY place, day, method
          """)
      case .host:
        return try session.report(
          """
          SELECT host, orders, sale AS income, refunds, commission, coalesce(rate::text, '') AS rate,
            listed AS commission_listed, estimated AS commission_estimated, difference AS fee_difference
          FROM settled_hosts(\(channel), \(day)::date)
          """)
      }
    }
  }

  /// Refuses a channel of a platform, whose orders are settled one by one.
  private func refusePlatform(_ channel: String) throws {
    let isOfPlatform = try session.execute(
      "SELECT count(*) FROM channel WHERE code = \(channel) AND platform IS NOT NULL"
    ).single().decode(Int.self)
    if isOfPlatform > 0 { throw Problem("days_of_platform", ["channel": channel]) }
  }

  /// Lists settlement lines as live files say them, the newest snapshot of each; of those that differ, each file's.
  ///
  /// - Throws: `Problem` `channel_unknown`.
  public func list(_ wanted: Selection, limit: Int? = nil) throws -> Listed {
    try translating {
      try Channels(session: session).expect(wanted.channel)
      return try session.list(
        """
        SELECT h.code AS channel, n.day::text AS day, n.order_no, n.entry, n.ledger, n.amount, n.sale AS income, n.subsidy, n.refund,
          n.service_fee + n.commission + n.agent_fee + n.promotion_fee + n.insurance + n.payment_fee + n.other_fee AS fees,
          n.compensation + n.deposit + n.withdrawal + n.transfer AS others, n.unknown, n.neutral, n.host, n.file_id AS import, n.row_no AS row
        FROM settlement t
        JOIN settlement_snapshot n ON n.settlement_id = t.settlement_id
        JOIN import_file f ON f.file_id = n.file_id AND f.state = 'live'
        JOIN channel h ON h.channel_id = t.channel_id
        WHERE (n.snapshot_id = t.snapshot_id OR \(wanted.areDiffering) AND t.differs)
          AND (\(wanted.channel)::text IS NULL OR h.code = \(wanted.channel))
          AND (\(wanted.order)::text IS NULL OR n.order_no = \(wanted.order))
          AND (\(wanted.month?.firstDay)::date IS NULL
            OR n.day >= \(wanted.month?.firstDay)::date
              AND n.day < \(wanted.month?.firstDay)::date + interval '1 month')
          AND (t.differs OR NOT \(wanted.areDiffering)) AND (n.unknown <> 0 OR NOT \(wanted.areUnknown))
          AND (n.order_no = '' OR NOT \(wanted.areOfNoOrder))
        """, order: "n.day, n.settled_at, n.order_no, t.number, n.file_id", limit: limit)
    }
  }
}
