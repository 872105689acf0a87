public import Domain
internal import FoundationEssentials
internal import System

/// A file of rule sets: `{"rule_sets": [{"from": "2025-01-01", …}]}`, as `rules show --format json` prints them.
public enum RuleFile {
  /// Reads a file.
  ///
  /// - Throws: `Problem` `rules_malformed`, `json_key_twice`, `rules_key_unknown`, `rules_key_missing`, what
  ///   `RuleSet.check` and `RuleSet.ordered` refuse, or what is wrong with the file.
  public static func read(_ path: String) throws -> [RuleSet] {
    try translating {
      try sets(in: try readText(path, limit: 1 << 20))
    }
  }

  /// Writes rule sets as the text of a file, in the order of their days.
  public static func text(of sets: [RuleSet]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let text = (try? encoder.encode(sets.map { Written(set: $0) })) ?? Data()
    return String(decoding: text, as: UTF8.self)
  }

  private struct Written: Encodable {
    let set: RuleSet

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(_ name: String) { stringValue = name }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(set.from.description, forKey: Key("from"))
      try fields.encode(set.recognition, forKey: Key("recognition"))
      try fields.encode(set.origins, forKey: Key("origins"))
      try fields.encode(set.provinces, forKey: Key("provinces"))
      try fields.encode("never", forKey: Key("agreements"))
      for (key, value) in set.chosen { try fields.encode(value, forKey: Key(key)) }
    }
  }

  /// Reads the text of a file.
  static func sets(in text: String) throws(Problem) -> [RuleSet] {
    let file: [String: [[String: Value]]]
    do {
      file = try JSONDecoder().decode([String: [[String: Value]]].self, from: Data(text.utf8))
    } catch {
      throw Problem("rules_malformed", ["text": String(text.prefix(80))])
    }
    if let key = JSONKeys.repeated(in: text) { throw Problem("json_key_twice", ["key": key]) }
    guard let listed = file["rule_sets"], file.count == 1, !listed.isEmpty else {
      throw Problem("rules_malformed", ["text": String(text.prefix(80))])
    }
    var sets: [RuleSet] = []
    for fields in listed { sets.append(try set(fields)) }
    return try RuleSet.ordered(sets)
  }

  private static func set(_ fields: [String: Value]) throws(Problem) -> RuleSet {
    let choices = RuleSet.choices.map(\.key)
    let known = ["from", "to", "recognition", "origins", "provinces", "agreements"] + choices
    if let key = fields.keys.filter({ !known.contains($0) }).min() {
      throw Problem("rules_key_unknown", ["key": key, "keys": known.joined(separator: ", ")])
    }
    func text(_ key: String) throws(Problem) -> String {
      guard case .text(let text)? = fields[key] else {
        throw Problem("rules_key_missing", ["key": key])
      }
      return text
    }
    func day(_ key: String) throws(Problem) -> BusinessDay {
      let text = try text(key)
      guard let day = BusinessDay(text) else {
        throw Problem("rules_day", ["key": key, "value": text])
      }
      return day
    }
    guard case .words(let recognition)? = fields["recognition"] else {
      throw Problem("rules_key_missing", ["key": "recognition"])
    }
    guard case .list(let origins)? = fields["origins"] else {
      throw Problem("rules_key_missing", ["key": "origins"])
    }
    var provinces: [String]?
    switch fields["provinces"] {
    case .list(let names)?: provinces = names
    case .none, .some(.null): provinces = nil
    default: throw Problem("rules_key_missing", ["key": "provinces"])
    }
    if let agreements = fields["agreements"], agreements != .text("never") {
      throw Problem("rules_agreements")
    }
    var chosen: [String: String] = [:]
    for key in choices { chosen[key] = try text(key) }
    let from = try day("from")
    let hasEnd = fields["to"].map { $0 != .null } ?? false
    let set = RuleSet(
      from: from, to: hasEnd ? try day("to") : nil, recognition: recognition,
      origins: origins, provinces: provinces, chosen: chosen)
    try set.check()
    return set
  }

  /// A value of a rule set.
  private enum Value: Decodable, Equatable {
    case text(String)
    case list([String])
    case words([String: String])
    case null

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else if let list = try? value.decode([String].self) {
        self = .list(list)
      } else {
        self = .words(try value.decode([String: String].self))
      }
    }
  }
}
