import System
import Testing

@Suite struct FingerprintTests {
  @Test func `texts have the known fingerprints of FNV-1a, whole or piece by piece`() {
    #expect(Fingerprint().digits == "cbf29ce484222325")
    #expect(Fingerprint("a").digits == "af63dc4c8601ec8c")
    #expect(Fingerprint("foobar").digits == "85944171f73967e8")
    var pieces = Fingerprint("foo")
    pieces.add("bar")
    #expect(pieces.digits == Fingerprint("foobar").digits)
    #expect(FileName.fingerprint("foobar") == "bf9cf968")
  }
}
