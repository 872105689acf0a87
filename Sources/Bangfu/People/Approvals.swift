public import Domain
internal import Glibc
internal import Postgres

/// What a second person allows: acts that were refused for want of one.
public struct Approvals {
  let session: Session

  /// Whether a second person proves who they are by a login; without persons the owner types names.
  public var isByLogin: Bool {
    get throws {
      try session.execute("SELECT is_approved_by_login()").single().decode(Bool.self)
    }
  }

  /// Whether the programme has said that it has one person alone.
  public var isOnePerson: Bool {
    get throws { try session.execute("SELECT is_one_person()").single().decode(Bool.self) }
  }

  /// Asks for an approval of what was refused; returns its number.
  ///
  /// - Throws: `Problem` `approval_unasked`, `reason_blank`.
  public func ask(_ refused: Problem, reason: String?) throws -> Int64 {
    let facts = refused.facts
    let parties = (facts["parties"] ?? "").split(separator: ",").map(String.init)
    return try session.execute(
      """
      SELECT ask_approval(\(facts["kind"]), \(facts["amount"])::numeric, \(facts["what"])::jsonb, \(facts["digest"]),
        \(parties)::text[], \(facts["token"]), \(reason), \(session.operatorName))
      """
    ).single().decode(Int64.self)
  }

  /// Asks for an approval, and has a second person give it at once, who comes in by a session of their own.
  ///
  /// A wrong password is kept, and each within an hour makes the next wait longer; nothing stays asked for.
  ///
  /// - Throws: `Problem` `approval_password_missing`, `approval_password_wrong`, `approval_by_party`, `approval_not_by_role`, `person_unknown`.
  public func approve(_ refused: Problem, by approver: Login, reason: String?) throws {
    // Without one libpq would look in the files of whoever asks.
    guard let password = approver.password, !password.isEmpty else {
      throw Problem("approval_password_missing", ["login": approver.name ?? ""])
    }
    let number = try ask(refused, reason: reason)
    do {
      let second = try Session(
        at: session.database, named: session.name, operatorName: approver.name ?? "", as: approver)
      try Approvals(session: second).end(number, isGiven: true, reason: nil)
    } catch {
      try? end(number, isGiven: false, reason: nil)
      guard let problem = error as? Problem, problem.code == "login_refused" else { throw error }
      let count = try session.execute(
        "SELECT keep_attempt(\(approver.name), \(session.operatorName))"
      ).single().decode(Int.self)
      usleep(UInt32(min(30_000, 250 << min(count, 7))) * 1_000)
      throw Problem(
        "approval_password_wrong", ["login": approver.name ?? "", "count": String(count)])
    }
  }

  /// Gives or refuses an approval; whoever asked withdraws it by refusing.
  ///
  /// - Throws: `Problem` `approval_unknown`, `approval_ended`, `approval_by_party`, `approval_not_by_role`.
  public func end(_ number: Int64, isGiven: Bool, reason: String?) throws {
    try session.execute(
      "SELECT end_approval(\(number), \(isGiven), \(reason), \(session.operatorName))")
  }

  /// Lists approvals, newest first; those that are open alone, or all.
  public func list(all: Bool) throws -> Listed {
    try session.list(
      """
      SELECT approval_id AS number, kind, amount, (SELECT string_agg(w.key || ' ' || w.value, ', ' ORDER BY w.key)
          FROM jsonb_each_text(what) w) AS what, asked_by::text AS asked_by, operator,
        to_char(asked_at, 'YYYY-MM-DD HH24:MI') AS at, coalesce(reason, '') AS reason, state,
        coalesce(ended_by::text, '') AS decided_by
      FROM approval_standing
      WHERE \(all) OR state IN ('open', 'given')
      ORDER BY approval_id DESC
      """)
  }

  /// Lists what needs a second person: above how many yuan, by role, and who may be.
  public func rules() throws -> Listed {
    try session.list(
      """
      SELECT kind, role, coalesce(above::text, '') AS above, array_to_string(approvers, ', ') AS approvers,
        set_by::text AS set_by, coalesce(reason, '') AS reason, to_char(set_at, 'YYYY-MM-DD HH24:MI') AS at
      FROM approval_rule_now
      ORDER BY kind, role
      """)
  }

  /// Says above how many yuan an act of a role needs a second person (nil: never), and maybe of which roles.
  ///
  /// - Throws: `Problem` `approval_rule_unknown`, `reason_blank`.
  public func setRule(
    _ kind: String, role: String, above: Money?, approvers: [String]?, reason: String
  ) throws {
    try session.execute(
      """
      SELECT set_approval_rule(\(kind), \(role), \(above?.description)::numeric, \(approvers)::text[], \(reason),
        \(session.operatorName))
      """)
  }

  /// Says whether the programme has one person alone, so that nothing needs a second; every report shows it.
  ///
  /// - Throws: `Problem` `reason_blank`.
  public func setOnePerson(_ isOne: Bool, reason: String) throws {
    try session.execute("SELECT set_one_person(\(isOne), \(reason), \(session.operatorName))")
  }
}
