import Foundation
import Testing

/// Every `console` block of the manual says what the program prints.
///
/// `RECORD=1 swift test --filter ManualTests` rewrites them.
@Suite struct TranscriptTests {
  @Test(arguments: Page.all.filter { $0.text.contains("```console") })
  func `the manual shows what the program prints`(page: Page) throws {
    let actual = try Replay(page).replayed()
    if ProcessInfo.processInfo.environment["RECORD"] != nil, actual != page.text {
      try page.rewrite(actual)
      return
    }
    let (found, expected) = (actual.components(separatedBy: "\n"), page.lines)
    let first = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    #expect(
      actual == page.text,
      "\(page.path):\((first ?? min(found.count, expected.count)) + 1); RECORD=1 rewrites it")
  }
}
