import Glibc
import Testing

@testable import Fixtures

@Suite struct EncodingTests {
  private func bytes(_ encoding: FixtureEncoding) throws -> [UInt8] {
    var plan = DouyinPlan(month: try FixtureMonth("2026-02"), rows: 500)
    plan.encoding = encoding
    return try DouyinExport(plan).bytes().bytes
  }

  @Test func `a byte order mark is all that UTF-8 files differ in`() throws {
    let same = try bytes(.utf8BOM) == [0xEF, 0xBB, 0xBF] + bytes(.utf8)
    #expect(same)
  }

  @Test func `GB18030 has its two-byte and its four-byte characters`() throws {
    let bytes = try bytes(.gb18030)
    let hasPotato = bytes.contains([0x94, 0x39, 0xB9, 0x34])  // 🍠
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    #expect(Array(bytes.prefix(4)) == [0xD6, 0xF7, 0xB6, 0xA9])  // 主订
    #expect(hasPotato && !isUTF8)
  }
}
