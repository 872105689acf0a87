internal import Domain
internal import FoundationEssentials

/// What was published of a month, as far as evidence is held against it.
struct FigureContent: Decodable {
  /// The sums that lead to the figure, in yuan.
  struct Sums: Decodable, Equatable {
    var gross: Money
    var refunds: Money
    var duplicates: Money
    var excluded: Money
    var pending: Money
    var counted: Money
  }

  struct Programme: Decodable { let name: String }
  struct Range: Decodable {
    let from: Money
    let to: Money
    let undecided: Int
  }
  /// The lines, and the root of the Merkle tree over them.
  struct Lines: Decodable {
    let count: Int
    let columns: String
    let root: String
    enum CodingKeys: String, CodingKey {
      case count, columns
      case root = "merkle_root"
    }
  }
  /// Another version that it names.
  struct Named: Decodable {
    var month: String?
    let version: Int
    let sha256: String
  }
  struct File: Decodable {
    let number: Int64
    let name: String
    let part: String
    let channel: String
    let sha256: String
    let redacted: String
    let rows: Int
    enum CodingKeys: String, CodingKey {
      case name, part, channel, sha256, rows
      case number = "import"
      case redacted = "redacted_sha256"
    }
  }
  struct Rule: Decodable {
    let verdict: String
    let rule: String
    let lines: Int
    let gross: Money
    let refunds: Money
  }
  /// A rule set, as far as it says what counts.
  struct RuleSet: Decodable, Equatable {
    let number: Int64
    let from: String
    let recognition: [String: String]
    let origins: [String]
    let certificates: String
    let provinces: [String]?
    let supermarket: String
    let subsidies: String
    let tourism: String
    enum CodingKeys: String, CodingKey {
      case recognition, origins, certificates, provinces, supermarket, subsidies, tourism
      case number = "rule_set_id"
      case from = "from_day"
    }
  }
  /// A row of a breakdown.
  struct Part: Decodable {
    let code: String
    let missing: String?
    let quantity: Quantity?
    let sums: Sums
    enum CodingKeys: String, CodingKey { case code, missing, quantity }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      code = try values.decode(String.self, forKey: .code)
      missing = try values.decodeIfPresent(String.self, forKey: .missing)
      quantity = try values.decodeIfPresent(Quantity.self, forKey: .quantity)
      sums = try Sums(from: decoder)
    }
  }

  let month: String
  let version: Int
  let programme: Programme
  let headline: Sums
  let range: Range
  /// Absent from what older programs published.
  let lines: Lines?
  let previous: Named?
  let earlier: Named?
  let files: [File]
  let rules: [Rule]
  let ruleSets: [RuleSet]
  let channels: [Part]
  let products: [Part]
  let suppliers: [Part]
  let days: [Part]

  enum CodingKeys: String, CodingKey {
    case month, version, programme, headline, range, lines, previous, earlier, files
    case rules = "by_rule"
    case ruleSets = "rule_sets"
    case channels = "by_channel"
    case products = "by_product"
    case suppliers = "by_supplier"
    case days = "by_day"
  }

  /// Reads what was published.
  static func read(_ text: String) throws -> FigureContent {
    try JSONDecoder().decode(FigureContent.self, from: Data(text.utf8))
  }
}
