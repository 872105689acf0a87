import Testing

@testable import Tabular

@Suite struct BytesTests {
  @Test func `SHA-256 gives the known digests`() {
    #expect(
      sha256Hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    let hasher = SHA256Hasher()
    for _ in 0..<1000 { hasher.update([UInt8](repeating: 0x61, count: 1000)) }
    #expect(
      hasher.finalize() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    hasher.update("a")
    hasher.update(Array("bc".utf8).span)
    #expect(hasher.finalize() == sha256Hex(Array("abc".utf8)))
  }

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
