import Foundation
import Testing

/// One word for one thing: words that the glossary has in code type, in its last column, stand nowhere.
@Suite struct GlossaryTests {
  /// What a word is looked for by: the verbs in all their forms, with a word or none before what follows.
  private static func pattern(_ word: String) -> String {
    let forms = [
      "take": "take|takes|took|taken|taking", "give": "give|gives|gave|given|giving",
      "tell": "tell|tells|telling|told",
    ]
    let parts = word.split(separator: " ").map { forms[String($0)].map { "(\($0))" } ?? String($0) }
    return "\\b" + parts.joined(separator: " (\\w+ )?") + "\\b"
  }

  private static let words: [String] = {
    let words = Page(path: "docs/glossary.md").lines.flatMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      return cells.count == 6 ? cells[4].matches(of: /`([a-z ]+)`/).map { String($0.output.1) } : []
    }
    return Set(words).sorted()
  }()

  /// Swift, SQL and pages; what migrations say never changes, and the glossary names what is not used.
  private static let pages: [Page] = {
    let paths = ["Sources", "sql", "docs"].flatMap { folder in
      ((try? FileManager.default.subpathsOfDirectory(atPath: Page.root.path + "/" + folder)) ?? [])
        .map { folder + "/" + $0 }
    }
    return (paths + ["README.md"]).filter { path in
      [".swift", ".sql", ".md"].contains { path.hasSuffix($0) }
        && !path.hasPrefix("sql/migrations/") && path != "docs/glossary.md"
    }.map { Page(path: $0) }
  }()

  /// The words of each page, on one line; names in code are names, not words.
  private static let texts = Result {
    let code = try Regex(#"\.told\b|\bcase told\b|"told"|\w+\("#)
    let quoted = try Regex("`[^`\n]*`")
    return pages.map { page in
      let text = page.text.replacing(page.path.hasSuffix(".md") ? quoted : code, with: "")
        .replacing(/\n\s*(?:--|\/\/\/?|\+ "|')?\s*/, with: " ")
      return (path: page.path, text: text)
    }
  }

  /// Where a word stands in a text, be it over the end of a line.
  private static func places(of word: Regex<AnyRegexOutput>, in page: (path: String, text: String))
    -> [String]
  {
    let text = page.text
    return text.matches(of: word).map { found in
      let start = text.index(found.range.lowerBound, offsetBy: -30, limitedBy: text.startIndex)
      let end = text.index(found.range.upperBound, offsetBy: 30, limitedBy: text.endIndex)
      return "\(page.path): \(text[(start ?? text.startIndex)..<(end ?? text.endIndex)])"
    }
  }

  @Test func `the glossary names words that are not used`() {
    #expect(Self.words.count > 5 && Self.pages.count > 500)
  }

  @Test(arguments: words) func `a word that is not used stands nowhere`(word: String) throws {
    let pattern = try Regex(Self.pattern(word)).ignoresCase()
    let found = try Self.texts.get().flatMap { Self.places(of: pattern, in: $0) }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
