import System
import Testing

@Suite struct SHA256HasherTests {
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
}
