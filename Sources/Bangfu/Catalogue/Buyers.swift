public import Domain
internal import Postgres

/// An organisation that buys.
public struct Buyer: Equatable, Sendable {
  /// Its code, name and kind, such as `canteen`, and its province.
  public let code: String, name: String, kind: String, province: String
  /// Its unified social credit code, and whom to ask there; empty where they are not known.
  public let creditCode: String, contact: String
  /// How many days after a sale it is to pay.
  public let terms: Int
  /// Yuan that it still owes.
  public let owed: Money
  /// Whether it is in use.
  public let isActive: Bool
}

/// A buyer as it is entered; nil leaves a field as it is, or at its default.
public struct BuyerDraft: Sendable {
  /// The buyer's code.
  public var code: String
  /// What people call it.
  public var name: String?
  /// What it is, such as `canteen`; `institution` by default.
  public var kind: String?
  /// Where it is.
  public var province: String?
  /// Its unified social credit code; empty clears it.
  public var creditCode: String?
  /// Whom to ask there, and how.
  public var contact: String?
  /// How many days after a sale it is to pay; 0 by default.
  public var terms: Int?
  /// Whether it is in use.
  public var isActive: Bool?

  /// Makes a buyer of which only the code is known.
  public init(code: String) { self.code = code }
}

/// The organisations that buy.
public struct Buyers {
  let session: Session

  /// Adds a buyer.
  ///
  /// - Throws: `Problem` `buyer_exists`; the name of the constraint that refused it.
  public func add(_ buyer: BuyerDraft) throws { try save(buyer, isNew: true) }

  /// Changes a buyer.
  ///
  /// - Throws: `Problem` `buyer_unknown`; the name of the constraint that refused it.
  public func change(_ buyer: BuyerDraft) throws { try save(buyer, isNew: false) }

  private func save(_ it: BuyerDraft, isNew: Bool) throws {
    try session.savingJudged("buyer change") { try entry(it, isNew: isNew) }
  }

  /// Saves a buyer; the row says whether what it bought has to be judged anew.
  func entry(_ it: BuyerDraft, isNew: Bool) throws -> Rows {
    try session.execute(
      """
      SELECT save_buyer(\(isNew), \(it.code), \(it.name), \(it.kind), \(it.province), \(it.creditCode),
        \(it.contact), \(it.terms)::integer, \(it.isActive))
      """)
  }

  /// Lists the buyers, with what each still owes.
  public func list() throws -> [Buyer] { try buyers() }

  /// Shows a buyer.
  ///
  /// - Throws: `Problem` `buyer_unknown`.
  public func show(_ code: String) throws -> Buyer {
    try session.known(buyers(code), "buyer", code)
  }

  /// The buyer of a code; nil where there is none.
  public func find(_ code: String) throws -> Buyer? { try buyers(code).first }

  private func buyers(_ code: String? = nil) throws -> [Buyer] {
    try session.execute(
      """
      SELECT b.code, b.name, b.kind, b.province, coalesce(b.credit_code, ''), b.contact, b.terms, coalesce(d.owed, 0.00),
        b.active
      FROM buyer b
      LEFT JOIN (SELECT buyer_id, sum(amount) AS owed FROM buyer_entry GROUP BY buyer_id) d ON d.buyer_id = b.buyer_id
      WHERE \(code)::text IS NULL OR b.code = \(code) ORDER BY b.code
      """
    ).map { row in
      let (code, name, kind, province, creditCode, contact, terms, owed, isActive) =
        try row.decode(
          (String, String, String, String, String, String, Int, Money, Bool).self)
      return Buyer(
        code: code, name: name, kind: kind, province: province, creditCode: creditCode,
        contact: contact, terms: terms, owed: owed, isActive: isActive)
    }
  }
}
