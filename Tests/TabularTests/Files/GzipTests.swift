import Testing

@testable import Tabular

@Suite struct GzipTests {
  @Test func `gzip comes back, member after member`() throws {
    var random = SplitMix(seed: 4)
    let noise = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    for bytes in [[], Array("订单,1\n".utf8), noise, [UInt8](repeating: 7, count: 1 << 20)] {
      for level in [1, 9] {
        let member = gzip(bytes, level: level)
        #expect(member.starts(with: [0x1F, 0x8B]))
        #expect(try gunzip(member, limit: bytes.count) == bytes)
      }
    }
    #expect(try gunzip(gzip([1, 2]) + gzip([3]), limit: 3) == [1, 2, 3])
    #expect(gzip(noise) == gzip(noise))
  }

  @Test func `damaged, cut and oversized gzip is refused`() throws {
    let member = gzip([UInt8](repeating: 7, count: 1 << 20))
    #expect(throws: TabularError.gzipTooLong(limit: 1000)) { try gunzip(member, limit: 1000) }
    #expect(throws: TabularError.damagedGzip) { try gunzip([], limit: 10) }
    #expect(throws: TabularError.damagedGzip) { try gunzip([1, 2, 3], limit: 10) }
    #expect(throws: TabularError.damagedGzip) { try gunzip(member.dropLast(), limit: 1 << 21) }
    var wrong = member
    wrong[wrong.count - 6] ^= 1
    #expect(throws: TabularError.damagedGzip) { try gunzip(wrong, limit: 1 << 21) }
  }

  private func gunzip(_ bytes: ArraySlice<UInt8>, limit: Int) throws -> [UInt8] {
    try Tabular.gunzip(Array(bytes), limit: limit)
  }

  private func gunzip(_ bytes: [UInt8], limit: Int) throws -> [UInt8] {
    try Tabular.gunzip(bytes, limit: limit)
  }
}
