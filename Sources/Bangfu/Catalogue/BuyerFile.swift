internal import Domain
internal import Postgres

/// What importing a list of buyers did.
public struct BuyerImport: Equatable, Sendable {
  /// Data rows; new + changed + same.
  public let rows: Int
  /// Buyers that were not there, and those of which something changed.
  public let new: Int, changed: Int
}

extension Buyers {
  /// Imports a list of buyers, all or nothing: columns `code`, `name`, others optional.
  ///
  /// Columns are found by name (代码, 名称, 统一社会信用代码 too), kinds in either language. A code that is known is changed;
  /// what a row leaves empty stays.
  ///
  /// - Throws: `Problems` with every row's fault; `Problem` `column_missing`, or what is wrong with the file.
  public func importFile(_ path: String) throws -> BuyerImport {
    try translating {
      let buyers = try BuyerColumns.list.read(path, BuyerColumns.buyer)
      return try session.transaction { try store(buyers) }
    }
  }

  private func store(_ buyers: [(line: Int, entry: BuyerDraft)]) throws -> BuyerImport {
    var isJudged = false
    let before = try fingerprints()
    var known = Set(before.keys)
    try session.store(buyers, code: \.code) { buyer in
      let isNew = known.insert(buyer.code).inserted
      if try entry(buyer, isNew: isNew).single().decode(Bool.self) { isJudged = true }
    }
    if isJudged { try session.judgeAnew("buyer import") }
    let (new, changed) = session.compare(before, try fingerprints())
    return BuyerImport(rows: buyers.count, new: new, changed: changed)
  }

  private func fingerprints() throws -> [String: String] {
    try session.fingerprints(
      """
      SELECT b.code, concat_ws('|', b.name, b.kind, b.province, b.credit_code, b.contact, b.terms) FROM buyer b
      """)
  }
}

/// The columns of a list of buyers.
private enum BuyerColumns {
  static let list = ListColumns(
    names: [
      "code": ["code", "代码", "单位代码"], "name": ["name", "名称", "单位名称"],
      "kind": ["kind", "类型", "单位性质"], "province": ["province", "省", "省份"],
      "credit_code": ["credit_code", "统一社会信用代码", "信用代码"], "contact": ["contact", "联系人"],
      "terms": ["terms", "账期", "账期天数"],
    ], needed: ["code", "name"], list: "buyers")

  private static let kinds = [
    "机关": "government", "事业单位": "institution", "企业": "enterprise", "工会": "union", "食堂": "canteen",
    "商超": "supermarket", "其他": "other",
  ]

  static func buyer(_ cell: (String) -> String?) throws(Problem) -> BuyerDraft {
    guard let code = cell("code") else { throw Problem("buyer_cell_missing", ["column": "code"]) }
    guard let name = cell("name") else {
      throw Problem("buyer_cell_missing", ["column": "name", "code": code])
    }
    var buyer = BuyerDraft(code: code)
    buyer.name = name
    buyer.kind = cell("kind").map { kinds[$0] ?? $0 }
    buyer.province = cell("province")
    buyer.creditCode = cell("credit_code")
    buyer.contact = cell("contact")
    if let days = cell("terms") {
      guard let terms = Int(days) else { throw Problem("buyer_terms_plausible", ["code": code]) }
      buyer.terms = terms
    }
    return buyer
  }
}
