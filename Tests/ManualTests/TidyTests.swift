import Foundation
import Testing

/// What a machine can tell of the manual.
@Suite struct TidyTests {
  /// Pages that list everything there is may be long.
  static let long = ["docs/reference/commands.md", "docs/decisions.md", "docs/tampering.md"]

  @Test func `there is a manual`() {
    #expect(Page.all.count > 15)
  }

  @Test(arguments: Page.all) func `a page has one title and at most 150 lines`(page: Page) {
    #expect(page.prose.filter { $0.hasPrefix("# ") }.count == 1)
    #expect(page.lines[0].hasPrefix("# "), "a page begins with its title")
    #expect(page.lines.count <= 151 || Self.long.contains(page.path), "\(page.lines.count) lines")
  }

  @Test(arguments: Page.all) func `every link of a page leads somewhere`(page: Page) {
    for link in page.links {
      let target = page.url.deletingLastPathComponent().appending(path: link).standardized
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page.path): \(link)")
    }
  }

  @Test func `every page can be reached from the map`() {
    let map = Page(path: "docs/README.md")
    let linked = Set(map.links.map { "docs/" + $0 })
    for page in Page.all where page.path.hasPrefix("docs/") && page.path != map.path {
      #expect(linked.contains(page.path), "\(page.path) is not in docs/README.md")
    }
  }

  @Test func `every guide has a twin in the other language`() {
    let paths = Set(Page.all.map(\.path))
    for path in paths where path.hasPrefix("docs/guide/") || path.hasSuffix(".zh-CN.md") {
      let twin =
        path.hasSuffix(".zh-CN.md")
        ? path.replacing(".zh-CN.md", with: ".md") : path.replacing(".md", with: ".zh-CN.md")
      #expect(paths.contains(twin), "\(path) has no \(twin)")
    }
  }

  @Test func `every command and option is in the reference`() throws {
    let page = Page(path: "docs/reference/commands.md")
    let sections = page.text.components(separatedBy: "\n$ ").dropFirst()
    let helps = Dictionary(
      sections.map { section in
        (String(section.prefix { $0 != "\n" }).replacing(" --help", with: ""), section)
      }, uniquingKeysWith: { first, _ in first })
    for (words, command) in try Program.commands() {
      let help = try #require(helps[words], "\(words) is not in \(page.path)")
      for option in command.options {
        #expect(help.contains(option), "\(words) \(option) is not in \(page.path)")
      }
    }
  }

  /// What writes a file of another kind than a list: the rows of somebody's file as they were, and a profile.
  private static let otherFiles = ["bangfu import rejects", "bangfu channel profile new"]

  @Test func `every command that writes a list to a file shows it in another unit`() throws {
    let lists = try Program.commands().filter { $0.command.options.contains("--output") }
    #expect(lists.count > 60)
    let without = lists.filter { !$0.command.options.contains("--in") }
    #expect(without.map(\.words).sorted() == Self.otherFiles.sorted())
  }

  @Test func `every table, view and function that the page on the data names is there`() throws {
    let folder = Page.root.path + "/sql"
    let scripts = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".sql") }
    let known = Set(
      scripts.flatMap { path in
        ([path.split(separator: "/").last?.dropLast(4)].compactMap(\.self)
          + Page(path: "sql/" + path).text.matches(of: /[a-z]+(?:_[a-z]+)+/).map(\.output))
          .map(String.init)
      })
    let names = Page(path: "docs/data.md").text.matches(of: /`([a-z]+(?:_[a-z]+)+)`/)
      .map { String($0.output.1) }
    #expect(names.count > 80)
    for name in names { #expect(known.contains(name), "\(name) is nowhere in sql/") }
  }

  @Test func `every script of sql is in the program`() throws {
    let scripts = try FileManager.default.subpathsOfDirectory(atPath: Page.root.path + "/sql")
      .filter { $0.hasSuffix(".sql") }
    let carried = Page(path: "Sources/CSQL/CSQL.c").text
    #expect(scripts.count > 10)
    for script in scripts {
      #expect(
        carried.contains("{ \"\(script)\", (const char[]){\n#embed \"../../sql/\(script)\" "),
        "sql/\(script) is not in Sources/CSQL/CSQL.c")
    }
  }

  @Test func `every profile is in the program, and in the page on profiles`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Page.root.path + "/profiles")
    let carried = Page(path: "Sources/CProfiles/CProfiles.c").text
    let page = Page(path: "docs/reference/profiles.md").text
    #expect(files.count > 1)
    for file in files {
      #expect(
        carried.contains("{ \"\(file)\", (const char[]){\n#embed \"../../profiles/\(file)\" "),
        "profiles/\(file) is not in Sources/CProfiles/CProfiles.c")
      #expect(
        page.contains("`\(file.dropLast(".toml".count))`"),
        "\(file) is not in docs/reference/profiles.md")
    }
  }

  @Test func `every table and check is in the page on the data`() throws {
    let page = Page(path: "docs/data.md")
    let checks = Page(path: "docs/checks.md")
    let scripts = try FileManager.default.subpathsOfDirectory(atPath: Page.root.path + "/sql")
    for script in scripts where script.hasPrefix("checks/") {
      let name = script.dropFirst("checks/".count).prefix { $0 != "." }
      #expect(checks.text.contains("`\(name)`"), "the check \(name) is not in \(checks.path)")
    }
    let dropped = ["0018_no_order_stage", "0027_no_duplicate_stage"]
      .map { Page(path: "sql/migrations/\($0).sql").text }.joined()
    for script in scripts where script.hasSuffix(".sql") {
      let text = Page(path: "sql/" + script).text
      for table in text.matches(of: /CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\w+)/)
      where !dropped.contains("DROP TABLE \(table.1)") {
        #expect(page.text.contains("`\(table.1)`"), "\(table.1) is not in \(page.path)")
      }
    }
  }
}
