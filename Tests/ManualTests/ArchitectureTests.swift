import Foundation
import Testing

/// The page on the architecture, held against the sources.
@Suite struct ArchitectureTests {
  private static let page = Page(path: "docs/architecture.md")

  /// What each module may import, by the table of the page.
  private static let allowed: [String: Set<String>] = {
    var allowed: [String: Set<String>] = [:]
    for line in page.lines {
      guard let row = line.wholeMatch(of: /\| `(\w+)` \| [^|]* \|(.*)\|/) else { continue }
      let names = String(row.2).split(separator: " ").map { $0.replacing("`", with: "") }
      allowed[String(row.1)] = Set(names.map { String($0) })
    }
    return allowed
  }()

  @Test func `a module imports what the page says, and nothing else`() throws {
    let sources = Page.root.path + "/Sources"
    let modules = try FileManager.default.contentsOfDirectory(atPath: sources)
      .filter { !$0.hasPrefix("C") || $0 == "Channels" }
    #expect(Set(modules) == Set(Self.allowed.keys))
    for module in modules {
      let files = try FileManager.default.subpathsOfDirectory(atPath: sources + "/" + module)
        .filter { $0.hasSuffix(".swift") }
      #expect(files.count > 0)
      var imported: Set<String> = []
      for file in files {
        let text = Page(path: "Sources/\(module)/\(file)").text
        for found in text.matches(
          of: /(?m)^(?:public |internal |package |private )?(?:@\w+(?:\(\w+\))? )?import (\w+)/)
        {
          imported.insert(String(found.1))
        }
      }
      #expect(imported == Self.allowed[module], "\(module)")
    }
  }

  @Test func `every file that the page names is there`() {
    let names = Self.page.text.matches(
      of: /`((?:sql|BangfuCLI|Bangfu|Tabular|Channels|Domain)\/[\w+\/.]+)`/
    )
    .map { String($0.1) }
    #expect(names.count > 25)
    for name in names {
      let path = name.hasPrefix("sql/") ? name : "Sources/" + name
      #expect(
        FileManager.default.fileExists(atPath: Page.root.path + "/" + path), "\(name) is nowhere")
    }
  }
}
