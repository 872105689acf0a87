public import Domain
internal import Postgres

/// What a unit says of its food budget of a year.
public struct ReserveBudget: Sendable {
  /// Whether the unit has a canteen whose budget it reports.
  public enum State: String, Sendable {
    case canteen
    case noCanteen = "no_canteen"
    case shared
  }

  /// The buyer's code, and the year.
  public var buyer: String, year: Int
  /// The area that it lies in; nil for the one that was said last.
  public var area: String?
  /// Whether it has a canteen; `shared` where another unit reports it.
  public var state = State.canteen
  /// What it plans to spend on food, in yuan.
  public var budget: Money?
  /// Its own percentage, to two decimals; nil for that of its area.
  public var percent: String?
  /// The buyer that reports the canteen that it shares.
  public var reportedBy: String?
  /// A remark.
  public var note: String?

  /// Says the budget of a unit.
  public init(of buyer: String, in year: Int) {
    self.buyer = buyer
    self.year = year
  }
}

/// What saying a budget returned.
public struct ReserveReceipt: Equatable, Sendable {
  /// The act's number.
  public let number: Int64
  /// The percentage that holds, and what is reserved in yuan; nil without a canteen of its own.
  public let percent: String?, reserved: Money?
}

/// By what the reserved share is reported.
public enum ReserveDimension: String, CaseIterable, Sendable {
  case unit, county, city
}

/// The reserved share (预留份额): how much of food budgets is for the 832 platform, and how much of it was bought there.
public struct Reserve {
  let session: Session

  /// Adds an area, or changes its name and what it is a part of; returns the act's number.
  ///
  /// - Throws: `Problem` `reserve_area_unknown`, `reserve_area_circle`; `reserve_area_code_plain`, …
  @discardableResult
  public func setArea(_ code: String, name: String, partOf parent: String? = nil) throws -> Int64 {
    try session.transaction {
      try session.execute(
        """
        SELECT save_reserve_area(\(code), \(name), \(parent), NULL, now(), \(session.operatorName), 'buyer reserve area')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Says the percentage and the deadline of a year, of an area or of the country (nil); what is nil stays as it was.
  ///
  /// - Throws: `Problem` `reserve_area_unknown`, `reserve_under_floor`, `reserve_deadline_far`,
  ///   `reserve_percent_malformed`; `reserve_rule_year_plausible`, …
  @discardableResult
  public func setRule(
    of year: Int, area: String? = nil, percent: String? = nil, deadline: BusinessDay? = nil,
    source: String, note: String? = nil
  ) throws -> Int64 {
    let percent = try Self.percent(percent)
    return try session.transaction {
      try session.execute(
        """
        SELECT save_reserve_rule(\(year), \(area), \(percent)::numeric, \(deadline?.description)::date, \(source), \(note),
          now(), \(session.operatorName), 'buyer reserve rule')
        """
      ).single().decode(Int64.self)
    }
  }

  /// Says a unit's budget, or that it has no canteen of its own.
  ///
  /// - Throws: `Problem` `buyer_unknown`, `reserve_area_unknown`, `reserve_under_floor`,
  ///   `reserve_reporter_without_budget`, `reserve_reports_others`, `reserve_percent_malformed`; `reserve_budget_positive`, …
  public func setBudget(_ it: ReserveBudget) throws -> ReserveReceipt {
    let own = try Self.percent(it.percent)
    let (number, percent, reserved) = try session.transaction {
      try session.execute(
        """
        SELECT posting, percent::text, reserved FROM save_reserve_budget(\(it.buyer), \(it.year), \(it.area),
          \(it.state.rawValue), \(it.budget?.description)::numeric, \(own)::numeric, \(it.reportedBy), \(it.note), now(),
          \(session.operatorName), 'buyer reserve set')
        """
      ).single().decode((Int64, String?, Money?).self)
    }
    return ReserveReceipt(number: number, percent: percent, reserved: reserved)
  }

  /// Undoes what was said of an area, a percentage or a budget, by its number; returns the undo's.
  ///
  /// - Throws: `Problem` `reserve_act_unknown`, `undone_already`, `undo_stands`, `reason_blank`.
  @discardableResult
  public func undo(_ number: Int64, reason: String) throws -> Int64 {
    try session.transaction {
      try session.execute(
        "SELECT undo_reserve(\(number), \(reason), now(), \(session.operatorName), 'buyer reserve undo')"
      ).single().decode(Int64.self)
    }
  }

  /// A percentage of at most two decimals.
  private static func percent(_ text: String?) throws(Problem) -> String? {
    guard let text else { return nil }
    guard let amount = Money(text), amount > .zero else {
      throw Problem("reserve_percent_malformed", ["value": text])
    }
    return amount.description
  }

  /// Lists everything that was said of areas, percentages, deadlines and budgets, the newest first: what holds, or all.
  public func acts(all: Bool = false) throws -> Listed {
    try session.list(
      """
      SELECT f.posting_id AS number, f.kind, f.code, f.name, coalesce(f.year::text, '') AS year,
        coalesce(f.area, '') AS area, coalesce(f.percent::text, '') AS reserved_percent, coalesce(f.deadline::text, '') AS deadline,
        coalesce(f.budget::text, '') AS budget, f.source AS basis, p.operator,
        CASE WHEN EXISTS (SELECT FROM posting u WHERE u.undoes = f.posting_id) THEN 'undone'
          WHEN f.holds THEN 'in_force' ELSE 'replaced' END AS state
      FROM (
        SELECT a.posting_id, 'area' AS kind, a.code, a.name, NULL::integer AS year, a.parent AS area,
          NULL::numeric AS percent, NULL::date AS deadline, NULL::numeric AS budget, '' AS source,
          EXISTS (SELECT FROM reserve_area_standing s WHERE s.posting_id = a.posting_id) AS holds
        FROM reserve_area a
        UNION ALL
        SELECT r.posting_id, 'reserve_rule', coalesce(r.area, ''), '', r.year, r.area, r.percent, r.deadline, NULL,
          r.source, EXISTS (SELECT FROM reserve_rule_standing s WHERE s.posting_id = r.posting_id)
        FROM reserve_rule r
        UNION ALL
        SELECT b.posting_id, b.state, c.code, c.name, b.year, b.area, b.percent, NULL, b.budget, coalesce(o.code, ''),
          EXISTS (SELECT FROM reserve_budget_standing s WHERE s.posting_id = b.posting_id)
        FROM reserve_budget b
        JOIN buyer c ON c.buyer_id = b.buyer_id
        LEFT JOIN buyer o ON o.buyer_id = b.reported_by
      ) f
      JOIN posting p ON p.posting_id = f.posting_id
      WHERE \(all) OR f.holds
      ORDER BY f.posting_id DESC
      """)
  }

  /// Reports the reserved share of a year, in yuan, with a total: what is reserved, what was bought, who is behind, and by
  /// how much a month until the deadline as of a day (nil: today).
  public func report(
    of year: Int, by dimension: ReserveDimension = .unit, today: BusinessDay? = nil
  ) throws -> TotalledReport {
    let columns =
      switch dimension {
      case .unit:
        """
        coalesce(code, '') AS buyer, coalesce(name, '') AS name,
        CASE WHEN code IS NULL AND NOT is_total THEN 'buyer' ELSE '' END AS missing, coalesce(area, '') AS area,
        coalesce(state, '') AS state, budget, coalesce(percent::text, '') AS reserved_percent,
        """
      case .county, .city:
        """
        coalesce(code, '') AS area, coalesce(name, '') AS name,
        CASE WHEN code IS NULL AND NOT is_total THEN 'area' ELSE '' END AS missing, units AS unit_count, budget,
        """
      }
    return try session.report(
      Query(
        unsafeSQL: """
          SELECT \(columns) reserved AS reserved_amount, canteen AS by_canteens, of_union AS by_unions, both_of AS by_both,
            personal AS by_persons, done, done_required,
            coalesce(done_percent::text, '') AS done_percent, behind, a_month, coalesce(deadline::text, '') AS deadline
          FROM reserve_report($1, $2, coalesce($3::date, (
            SELECT business_day(now(), g.timezone, g.day_start) FROM programme g)))
          """,
        values: (Query("SELECT \(dimension.rawValue), \(year), \(today?.description)")).values))
  }
}
