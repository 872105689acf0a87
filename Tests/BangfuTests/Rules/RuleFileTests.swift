import Domain
import TestSupport
import Testing

@testable import Bangfu

/// Files of rule sets.
@Suite struct RuleFileTests {
  private static let rules = """
    "recognition": {"counter": "paid", "canteen": "paid", "supermarket": "paid", "fair": "paid",
      "livestream": "paid", "marketplace": "paid", "tourism": "paid"},
    "origins": ["彭水"], "certificates": "none", "supermarket": "till", "subsidies": "in", "tourism": "in"
    """

  private func code(_ text: String) -> String? {
    do {
      _ = try RuleFile.sets(in: text)
      return nil
    } catch {
      return error.code
    }
  }

  private func file(_ days: String...) -> String {
    let sets = days.map { "{\($0), \(Self.rules)}" }.joined(separator: ", ")
    return "{\"rule_sets\": [\(sets)]}"
  }

  @Test func `sets follow each other, in whatever order they are written`() throws {
    let sets = try RuleFile.sets(
      in: file(#""from": "2026-02-01""#, #""from": "2026-01-01", "to": "2026-01-31""#))
    #expect(sets.map(\.from.description) == ["2026-01-01", "2026-02-01"])
    let written = "{\"rule_sets\": \(RuleFile.text(of: sets))}"
    #expect(try RuleFile.sets(in: written).map(\.from) == sets.map(\.from))
  }

  @Test(arguments: [
    ("rules_gap", [#""from": "2026-01-01", "to": "2026-01-30""#, #""from": "2026-02-01""#]),
    ("rules_overlap", [#""from": "2026-01-01", "to": "2026-02-01""#, #""from": "2026-02-01""#]),
    ("rules_overlap", [#""from": "2026-01-01""#, #""from": "2026-01-01""#]),
    ("rules_end", [#""from": "2026-01-01", "to": "2026-12-31""#]),
    ("rules_day", [#""from": "2026-02-30""#]), ("rules_key_missing", [#""to": null"#]),
    ("rules_key_unknown", [#""from": "2026-01-01", "origin": "x""#]),
    ("rules_key_missing", [#""from": "2026-01-01", "provinces": "山东""#]),
    ("rules_provinces_empty", [#""from": "2026-01-01", "provinces": []"#]),
    ("rules_agreements", [#""from": "2026-01-01", "agreements": "in""#]),
    ("json_key_twice", [#""from": "2026-01-01", "from": "2026-01-02""#]),
  ])
  func `days that none or two sets hold on, and keys of none, are refused`(
    refusal: String, days: [String]
  ) {
    let sets = days.map { "{\($0), \(Self.rules)}" }.joined(separator: ", ")
    #expect(code("{\"rule_sets\": [\(sets)]}") == refusal)
  }

  @Test func `what is no file of rules is refused`() {
    for text in ["", "[]", "{}", "{\"rule_sets\": []}", "{\"rule_sets\": [1]}", "PK\u{3}\u{4}"] {
      #expect(code(text) == "rules_malformed", "\(text)")
    }
    #expect(
      code(file(#""from": "2026-01-01""#).replacing("\"none\"", with: "\"some\"")) == "rules_value")
    #expect(
      code(file(#""from": "2026-01-01""#).replacing("\"fair\": \"paid\",", with: ""))
        == "rules_value")
    #expect(
      code(file(#""from": "2026-01-01""#).replacing("[\"彭水\"]", with: "[]"))
        == "rules_origins_missing")
  }
}
