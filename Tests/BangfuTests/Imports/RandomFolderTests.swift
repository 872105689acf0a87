import Bangfu
import Domain
import FoundationEssentials
import Testing

/// Any permutation, duplication or split of a month's files gives the same lines and report.
@Suite struct RandomFolderTests {
  /// How many folders: `FOLDERS`, a few without it.
  static let count = ProcessInfo.processInfo.environment["FOLDERS"].flatMap(UInt64.init) ?? 8

  @Test(arguments: 1...count)
  func `any order, split and repetition of a folder gives the same`(seed: UInt64) throws {
    let folder = RandomFolder(seed: seed)
    let plain = try Shop()
    for table in folder.tables { try plain.importTable(table) }
    try plain.map("GIFT", to: "BC02:2", "HS03")
    let mixed = try Shop()
    try mixed.map("GIFT", to: "BC02:2", "HS03")
    for channel in ["weixin", "taobao"] {
      for shop in [plain, mixed] { try shop.map("GIFT", of: channel, to: "HS03") }
    }
    for table in folder.shuffled(seed: seed) { try mixed.importTable(table) }
    for (name, query) in PlatformTests.queries {
      let wrong = try difference(PlatformTests.rows(plain, query), PlatformTests.rows(mixed, query))
      #expect(wrong == [], "\(name), seed \(seed)")
    }
    let months = try (
      plain: plain.month().split(separator: "\n"), mixed: mixed.month().split(separator: "\n")
    )
    let wrong = difference(months.plain.map(String.init), months.mixed.map(String.init))
    #expect(wrong == [], "month, seed \(seed)")
    let violations = try plain.violations() + mixed.violations()
    #expect(violations == [], "seed \(seed)")
  }
}
