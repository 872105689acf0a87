public import Domain
internal import Postgres
internal import Tabular

/// A certificate (消费帮扶产品认定) to add.
public struct CertificateDraft: Equatable, Sendable {
  /// The product's sku; the supplier's code or name, empty for the product's own.
  public var sku: String, supplier = ""
  /// The certificate's number, and the batch it was published in.
  public var number: String, batch = ""
  /// Its first and last day.
  public var from: BusinessDay, to: BusinessDay
  /// Where it is published.
  public var source = ""

  /// Makes a draft.
  public init(sku: String, number: String, from: BusinessDay, to: BusinessDay) {
    self.sku = sku
    self.number = number
    self.from = from
    self.to = to
  }
}

/// What adding certificates did.
public struct CertificatesAdded: Equatable, Sendable {
  /// The act's number.
  public let number: Int64
  /// How many are new, and how many were there already.
  public let added: Int, same: Int
  /// How many lines of open months were judged anew.
  public let judged: Int
}

/// The certificates of products, judged on the day of sale.
public struct Certificates {
  let session: Session

  /// Adds a certificate, and judges the open months of its product anew.
  ///
  /// - Throws: `Problem` `product_unknown`, `supplier_unknown`, `certificate_days_in_order`, `certificate_exists`.
  public func add(_ certificate: CertificateDraft, reason: String? = nil) throws
    -> CertificatesAdded
  {
    try session.transaction {
      try store([certificate], isFile: false, reason: reason, command: "certificate add")
    }
  }

  /// Imports certificates from a CSV file, all or nothing: columns `sku`, `number`, `from`, `to`, and maybe `supplier`,
  /// `batch`, `source`; those that are there already are the same.
  ///
  /// - Throws: `Problems` with every row's fault; `Problem` `column_missing`, as `add` does, or what is wrong with the
  ///   file.
  public func importFile(_ path: String, reason: String? = nil) throws -> CertificatesAdded {
    let drafts = try CertificateFile.read(path)
    return try session.transaction {
      do {
        return try store(
          drafts.map(\.certificate), isFile: true, reason: reason, command: "certificate import")
      } catch let error as PostgresError {
        guard var problem = error.refusal else { throw error }
        if let row = problem.facts["row"].flatMap(Int.init), drafts.indices.contains(row - 1) {
          problem.facts["line"] = String(drafts[row - 1].line)
        }
        throw problem
      }
    }
  }

  private func store(
    _ drafts: [CertificateDraft], isFile: Bool, reason: String?, command: String
  ) throws -> CertificatesAdded {
    let (number, added, same, judged) = try session.execute(
      """
      SELECT posting, added, same, judged
      FROM add_certificates(\(drafts.map(\.sku)), \(drafts.map(\.supplier)), \(drafts.map(\.number)),
        \(drafts.map(\.batch)), \(drafts.map(\.from.description))::date[], \(drafts.map(\.to.description))::date[],
        \(drafts.map(\.source)), \(isFile), \(reason), now(), \(session.operatorName), \(command))
      """
    ).single().decode((Int64, Int, Int, Int).self)
    return CertificatesAdded(number: number, added: added, same: same, judged: judged)
  }

  /// Ends a certificate early, on its last day; without one it was entered by mistake.
  ///
  /// Returns how many lines of open months were judged anew.
  ///
  /// - Throws: `Problem` `certificate_unknown`, `certificate_ended`, `certificate_end_outside`, `reason_blank`.
  public func end(_ certificate: Int64, on lastDay: BusinessDay?, reason: String) throws -> Int {
    try session.transaction {
      try session.execute(
        """
        SELECT judged FROM end_certificate(\(certificate), \(lastDay?.description)::date, \(reason), now(),
          \(session.operatorName), 'certificate end')
        """
      ).single().decode(Int.self)
    }
  }

  /// Lists certificates: all, those of a product, or those that run out within so many days and have no successor.
  public func list(of sku: String? = nil, expiringWithin days: Int? = nil) throws -> Listed {
    try session.list(
      """
      SELECT c.certificate_id AS number, p.sku, p.name, coalesce(s.code, '') AS supplier, c.number AS certificate,
        c.batch, c.from_day::text AS "from", c.to_day::text AS "to", c.source,
        CASE WHEN NOT c.stands THEN 'cancelled' WHEN t.day > c.to_day THEN 'ended' WHEN t.day < c.from_day THEN 'to_come'
          ELSE 'in_force' END AS state
      FROM certificate_standing c
      JOIN product p ON p.product_id = c.product_id
      LEFT JOIN supplier s ON s.supplier_id = c.supplier_id
      CROSS JOIN (SELECT business_day(now(), timezone, day_start) AS day FROM programme) t
      WHERE (\(sku)::text IS NULL OR p.sku = \(sku))
        AND (\(days)::integer IS NULL OR c.stands AND c.to_day BETWEEN t.day AND t.day + \(days)::integer
          AND NOT EXISTS (SELECT FROM certificate_standing n WHERE n.stands AND n.product_id = c.product_id
            AND n.supplier_id IS NOT DISTINCT FROM c.supplier_id AND n.from_day <= c.to_day + 1 AND n.to_day > c.to_day))
      ORDER BY c.to_day, p.sku, c.certificate_id
      """)
  }
}
