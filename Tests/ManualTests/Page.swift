import Foundation
import TestSupport
import Testing

/// A page of the manual: a README at the root, or a page under `docs/`.
struct Page: CustomTestStringConvertible, Sendable {
  /// The folder of the package.
  static let root = URL(filePath: Repository.path, directoryHint: .isDirectory)

  /// Every page, in the order of their paths.
  static let all: [Page] = {
    let files = FileManager.default
    let top = ((try? files.contentsOfDirectory(atPath: root.path)) ?? [])
      .filter { $0.hasPrefix("README") }
    let docs = ((try? files.subpathsOfDirectory(atPath: root.path + "/docs")) ?? [])
      .map { "docs/" + $0 }
    return (top + docs).filter { $0.hasSuffix(".md") }.sorted().map(Page.init)
  }()

  /// The path below the package's folder.
  let path: String
  /// What the page says.
  let text: String

  init(path: String) {
    self.path = path
    text = (try? String(contentsOf: Page.root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// The file.
  var url: URL { Page.root.appending(path: path) }
  /// The locale the page's commands run in: that of its words.
  var locale: String { path.hasSuffix(".zh-CN.md") ? "zh_CN.UTF-8" : "C.UTF-8" }
  /// The page's lines.
  var lines: [String] { text.components(separatedBy: "\n") }
  /// What the page is called in the list of tests.
  var testDescription: String { path }

  /// The lines outside of blocks of code.
  var prose: [String] {
    var isCode = false
    return lines.filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode && !line.hasPrefix("```")
    }
  }

  /// The relative addresses that the page links to, without what follows `#`.
  var links: [String] {
    prose.flatMap { line in line.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) } }
      .filter { !$0.contains("://") && !$0.hasPrefix("#") }
      .map { String($0.prefix { $0 != "#" }) }
  }

  /// Replaces the page's file.
  func rewrite(_ text: String) throws {
    try text.write(to: url, atomically: true, encoding: .utf8)
  }
}
