import Foundation
import Testing

/// What the scripts of `sql/` are like as texts.
@Suite struct SQLTextTests {
  /// The functions, views and checks: migrations stay as they went out.
  private static let scripts: [Page] = {
    let paths =
      (try? FileManager.default.subpathsOfDirectory(atPath: Page.root.path + "/sql")) ?? []
    return paths.sorted()
      .filter { $0.hasSuffix(".sql") && !$0.hasPrefix("migrations/") && !$0.hasPrefix("upgrades/") }
      .map { Page(path: "sql/" + $0) }
  }()

  /// The migrations that came after this was asked of them.
  private static let migrations: [Page] = {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: Page.root.path + "/sql/migrations"))
      ?? []
    return names.sorted().filter { Int($0.prefix(4)) ?? 0 > 29 }
      .map { Page(path: "sql/migrations/" + $0) }
  }()

  /// A script without its comments.
  private static func code(_ script: Page) -> String {
    script.text.replacing(/--[^\n]*/, with: "")
      .replacing(/COMMENT ON [^;]*?IS\s(?:\s*'(?:[^']|'')*')+;/, with: "")
  }

  @Test func `there are scripts`() { #expect(Self.scripts.count > 60) }

  @Test(arguments: scripts + migrations) func `no line is wider than 120 columns`(script: Page) {
    #expect(script.lines.filter { $0.count > 120 } == [])
  }

  /// What Citus refuses, or runs otherwise than PostgreSQL does, and what is written instead.
  private nonisolated(unsafe) static let foreign: [(String, Regex<Substring>)] = [
    ("CASE WHEN x = 'a' instead of CASE x WHEN 'a'", /CASE [a-z_.]+(?:\[\d\])? WHEN/),
    (
      "one write a statement",
      /\(\s*(?:INSERT INTO|UPDATE|DELETE FROM)\b[^;]*?\n *\)\n *(?:INSERT INTO|UPDATE|DELETE FROM)\b/
    ),
    ("no query inside VALUES", /INSERT INTO [a-z_]+ \([^)]*\)\s*VALUES\s*\([^;]*\(\s*SELECT\b/),
    (
      "numbers are drawn in a statement of their own",
      /(?:INSERT|UPDATE)[^;]*\bnextval\(|\bnextval\([^;]*\bFROM [a-z_]+ [a-z]\b/
    ),
    ("a last move is read into a variable first", /(?:INSERT|UPDATE)[^;]*\blast_move\(/),
    ("a day's month is month_of's", /date_trunc\('month', [a-z_.]+\)/),
    (
      "a join with unnest instead of an element of an array",
      /UPDATE [a-z_]+ [a-z]+ SET [a-z_]+ = [a-z_.]+\[/
    ),
    ("no function once a row", /LATERAL [a-z_]+\(/),
    ("no sets of groups, no MERGE", /GROUPING SETS|\bCUBE ?\(|\bROLLUP ?\(|\bMERGE INTO\b/),
    ("a path is set by a statement of its own", /set_config\('search_path'/),
  ]

  @Test(arguments: scripts) func `no script is for one engine alone`(script: Page) {
    let code = Self.code(script)
    for (instead, pattern) in Self.foreign {
      if let found = code.firstMatch(of: pattern) {
        Issue.record("\(script.path): \(found.output.suffix(200)): \(instead)")
      }
    }
  }

  /// What reads each row for each other one, of many, when the planner expects few.
  @Test(arguments: scripts) func `nothing is compared each with each`(script: Page) {
    let code = Self.code(script)
    // An index would be asked for all elements of the array for each row that is joined.
    let twice = code.matches(
      of: /\b([a-z]+\.[a-z_]+) = ([a-z]+)\.[a-z_]+\b[^;()]*?\bAND \1 = ANY \(/)
    #expect(twice.map(\.output.0) == [], "join, or ask for the elements of an array")
    // Of a query's rows no table is made to look in, as is made of IN: checks look few up by an index.
    if !script.path.contains("/checks/") {
      #expect(code.matches(of: /= ANY \(ARRAY\([^;]*?\)/).map(\.output) == [], "IN (SELECT …)")
    }
  }

  @Test(arguments: scripts) func `a function in SQL is an expression; all others set their path`(
    script: Page
  ) {
    for function in Self.code(script).matches(
      of: /CREATE OR REPLACE FUNCTION ([a-z_]+)\([\s\S]*?(?:\nRETURN |\$\$)/)
    {
      let head = String(function.output.0)
      if head.contains("LANGUAGE sql") {
        #expect(head.hasSuffix("RETURN ") || head.contains("IMMUTABLE"), "\(function.output.1)")
      } else {
        #expect(head.contains("SET search_path FROM CURRENT"), "\(function.output.1)")
      }
    }
  }

  @Test func `a plan is forced only where there is no Citus`() {
    for script in Self.scripts where script.text.contains("force_generic_plan") {
      #expect(script.text.contains("e.extname = 'citus'"), "\(script.path)")
    }
  }
}
