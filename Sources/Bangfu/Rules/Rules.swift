public import Domain
internal import Postgres

/// A rule set that holds, with who set it.
public struct RuleSetInForce: Sendable {
  /// The act that set it, by its number.
  public let act: Int64
  /// What it says; its last day where another one follows.
  public let rules: RuleSet
  /// Who set it, when (`YYYY-MM-DD HH:MM`) and why.
  public let operatorName: String, at: String, reason: String
}

/// What setting rules did.
public struct RulesAct: Equatable, Sendable {
  /// The act's number, by which it is undone.
  public let number: Int64
  /// How many lines of open months were judged anew.
  public let judged: Int
}

/// What rules would change.
public struct RulesTrial: Sendable {
  /// By month and by the rules before and after: how many lines, and their yuan.
  public let sums: Listed
  /// The lines themselves.
  public let lines: Listed
}

/// The rule sets: what counts, from which day on.
public struct Rules {
  let session: Session

  /// The rule sets that hold, by day.
  public func inForce() throws -> [RuleSetInForce] {
    try session.execute(
      """
      SELECT r.posting_id, r.from_day::text, CASE WHEN r.to_day < '2099-12-31' THEN r.to_day::text END,
        ARRAY(SELECT e.key FROM jsonb_each_text(r.recognition) e ORDER BY e.key),
        ARRAY(SELECT e.value FROM jsonb_each_text(r.recognition) e ORDER BY e.key), r.origins, r.provinces,
        r.certificates, r.supermarket, r.subsidies, r.tourism, p.operator,
        to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI'), coalesce(p.reason, '')
      FROM rule_period r JOIN posting p ON p.posting_id = r.posting_id
      ORDER BY r.from_day
      """
    ).map { row in
      let (act, from, to, kinds, events, origins, provinces) = try row.decode(
        (Int64, String, String?, [String], [String], [String], [String]?).self)
      let (certificates, supermarket, subsidies, tourism, who, at, reason) = try row.decode(
        (String, String, String, String, String, String, String).self, from: 7)
      let rules = RuleSet(
        from: BusinessDay(from) ?? .first, to: to.flatMap { BusinessDay($0) },
        recognition: Dictionary(uniqueKeysWithValues: zip(kinds, events)), origins: origins,
        provinces: provinces,
        chosen: [
          "certificates": certificates, "supermarket": supermarket, "subsidies": subsidies,
          "tourism": tourism,
        ])
      return RuleSetInForce(act: act, rules: rules, operatorName: who, at: at, reason: reason)
    }
  }

  /// The rule set in force on a day.
  public func inForce(on day: BusinessDay) throws -> RuleSetInForce? {
    try inForce().last { $0.rules.from <= day }
  }

  /// Lists what was set, newest first: by whom, when and why, and what was undone.
  public func history() throws -> Listed {
    try session.list(
      """
      SELECT s.posting_id AS number, s.from_day::text AS "from", array_to_string(s.origins, ', ') AS origins,
        s.certificates, coalesce(array_to_string(s.provinces, ', '), '') AS provinces, s.subsidies,
        s.tourism AS tourism_counts, to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, p.operator,
        p.recorded_by::text AS recorded_by, coalesce(p.reason, '') AS reason,
        CASE WHEN u.posting_id IS NOT NULL THEN 'undone' WHEN r.rule_set_id IS NULL THEN 'replaced' ELSE 'stands' END
          AS state
      FROM rule_set s
      JOIN posting p ON p.posting_id = s.posting_id
      LEFT JOIN posting u ON u.undoes = s.posting_id
      LEFT JOIN rule_period r ON r.rule_set_id = s.rule_set_id
      ORDER BY s.rule_set_id DESC
      """)
  }

  /// Sets rule sets, each from its day, and judges the lines of open months by them.
  ///
  /// - Throws: `Problem` `province_unknown`, `rule_fact_missing`, `subsidies_closed`, `rules_end`, `reason_blank`.
  public func set(_ sets: [RuleSet], reason: String) throws -> RulesAct {
    try session.transaction { try store(sets, reason: reason, command: "rules set") }
  }

  /// Undoes an act that set rules.
  ///
  /// - Throws: `Problem` `rules_unknown`, `rules_first`, `undone_already`, `subsidies_closed`.
  public func undo(_ number: Int64, reason: String) throws -> RulesAct {
    try session.transaction {
      try act(
        session.execute(
          """
          SELECT posting, judged FROM undo_rules(\(number), \(reason), now(), \(session.operatorName), 'rules undo')
          """))
    }
  }

  /// Says what rule sets would change in the months of some days' sales, and changes nothing.
  ///
  /// - Throws: as `set` does.
  public func attempt(_ sets: [RuleSet], from: Month, to: Month) throws -> RulesTrial {
    var trial: RulesTrial?
    do {
      try session.transaction(tries: 1) {
        let act = try store(sets, reason: "rules try", command: "rules try")
        trial = RulesTrial(
          sums: try session.list(
            """
            SELECT to_char(day, 'YYYY-MM') AS month, old_rule, rule, CASE WHEN closed THEN 'yes' ELSE 'no' END AS is_closed, count(*) AS lines,
              sum(amount) AS amount
            FROM rules_tried(\(act.number)) WHERE day BETWEEN \(from.firstDay)::date AND \(to.lastDay)::date
            GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
            """),
          lines: try session.list(
            """
            SELECT day::text AS day, channel, document, line_no AS line, sku, amount, old_rule, rule, fact,
              CASE WHEN closed THEN 'yes' ELSE 'no' END AS is_closed
            FROM rules_tried(\(act.number)) WHERE day BETWEEN \(from.firstDay)::date AND \(to.lastDay)::date
            ORDER BY day, document, line_no
            """))
        throw NothingKept()
      }
    } catch is NothingKept {}
    guard let trial else { throw Problem("bug", ["message": "rules try"]) }
    return trial
  }

  /// Thrown to roll back what was asked only to be tried.
  private struct NothingKept: Error {}

  private func store(_ sets: [RuleSet], reason: String, command: String) throws -> RulesAct {
    try act(
      session.execute(
        """
        SELECT posting, judged
        FROM set_rules(\(RuleFile.text(of: sets))::jsonb, \(reason), now(), \(session.operatorName), \(command))
        """))
  }

  private func act(_ rows: Rows) throws -> RulesAct {
    let (number, judged) = try rows.single().decode((Int64, Int).self)
    return RulesAct(number: number, judged: judged)
  }
}
