internal import Channels
internal import Domain
internal import Postgres
internal import Tabular

/// What somebody should look at in a table that was posted, though nothing is wrong with it.
struct TableDoubts {
  /// How many staged rows are equal to another of the same line, and count once.
  let repeated: Int
  /// How many order lines that the import touched are said to have been refunded on a day before their sale.
  let early: Int
  /// How many lines of a sheet are reported by another file as well, whose sheet has another name, or none.
  let alike: Int
  /// The signed agreements that a sheet reports, and their yuan.
  let agreements: Int, agreed: Money

  init(_ source: ImportSource, _ identity: ImportIdentity, in session: Session) throws {
    let profile = source.layout.profile
    repeated = profile.numbersLines ? 0 : try Self.repeated(identity, in: session)
    early = try Self.early(identity, in: session)
    alike = profile.isSheet ? try Self.alike(source, identity, in: session) : 0
    (agreements, agreed) =
      profile.isSheet ? try Self.agreements(identity, in: session) : (0, Money.zero)
  }

  private static func repeated(_ identity: ImportIdentity, in session: Session) throws -> Int {
    try session.execute(
      "SELECT count(*) FROM import_loser WHERE batch = \(identity.batch) AND NOT conflict"
    ).single().decode(Int.self)
  }

  private static func early(_ identity: ImportIdentity, in session: Session) throws -> Int {
    try session.execute(
      """
      SELECT count(DISTINCT e.claim_id)
      FROM (
        SELECT a.claim_id, a.back_at AS at, s.paid_at
        FROM aftersale a
        JOIN claim c ON c.claim_id = a.claim_id
        JOIN claim_snapshot s ON s.snapshot_id = c.status_id
        WHERE a.state = 'back'
          AND a.claim_id = ANY (ARRAY(SELECT t.claim_id FROM import_affected t WHERE t.batch = \(identity.batch)))
        UNION ALL
        SELECT k.claim_id, k.effective_at, k.paid_at
        FROM claim_snapshot k
        WHERE k.snapshot_id BETWEEN first_in(\(identity.file)) AND last_in(\(identity.file))
          AND k.refund IN ('full', 'part')
      ) e
      CROSS JOIN programme g
      WHERE business_day(e.at, g.timezone, g.day_start) < business_day(e.paid_at, g.timezone, g.day_start)
      """
    ).single().decode(Int.self)
  }

  private static func alike(
    _ source: ImportSource, _ identity: ImportIdentity, in session: Session
  ) throws -> Int {
    let agreements = "%" + Claim.agreementMark
    return try session.execute(
      """
      SELECT count(*)
      FROM (
        SELECT c.platform, c.line_no, c.order_no,
          left(c.order_no, length(c.order_no) - length(\(source.sheet)) - sign(length(\(source.sheet)))::integer) AS base
        FROM claim c
        WHERE c.claim_id BETWEEN first_in(\(identity.file)) AND last_in(\(identity.file)) AND c.order_no NOT LIKE \(agreements)
      ) c
      WHERE EXISTS (
        SELECT FROM claim o
        JOIN import_file f ON f.file_id = file_of(o.claim_id) AND f.state = 'live' AND f.sha256 <> \(source.file.sha256)
        WHERE o.order_no >= c.base AND o.order_no < c.base || '!' AND o.order_no <> c.order_no
          AND o.order_no NOT LIKE \(agreements) AND o.line_no = c.line_no AND o.platform = c.platform AND o.value_id IS NOT NULL)
      """
    ).single().decode(Int.self)
  }

  private static func agreements(
    _ identity: ImportIdentity, in session: Session
  ) throws -> (count: Int, amount: Money) {
    try session.execute(
      """
      SELECT count(*), coalesce(sum(k.goods), 0.00) FROM claim_snapshot k
      WHERE k.snapshot_id BETWEEN first_in(\(identity.file)) AND last_in(\(identity.file)) AND k.signed
      """
    ).single().decode((Int, Money).self)
  }
}
