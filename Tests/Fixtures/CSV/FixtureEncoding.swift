internal import Glibc

/// The encodings that channel files come in.
public enum FixtureEncoding: String, CaseIterable, Sendable {
  /// UTF-8 without a mark.
  case utf8
  /// UTF-8 that begins with a byte order mark.
  case utf8BOM = "utf8-bom"
  /// GB18030, with its four-byte characters.
  case gb18030

  /// The bytes a file begins with.
  var mark: [UInt8] { self == .utf8BOM ? [0xEF, 0xBB, 0xBF] : [] }
}

/// Turns UTF-8 into the encoding of a file; whole characters go in, whole characters come out.
final class Transcoder {
  private let converter: iconv_t?
  private var output: [UInt8] = []

  init(_ encoding: FixtureEncoding) throws {
    guard encoding == .gb18030 else {
      converter = nil
      return
    }
    converter = iconv_open("GB18030", "UTF-8")
    // iconv_open tells of a failure by a pointer of all ones.
    if Int(bitPattern: converter) == -1 {
      throw FixtureError.system(call: "iconv_open", path: "GB18030", code: errno)
    }
  }

  deinit { if let converter { iconv_close(converter) } }

  /// Converts and hands over the bytes.
  func convert(_ text: inout [UInt8], to sink: ([UInt8]) throws -> Void) throws {
    guard let converter else { return try sink(text) }
    // A character of UTF-8 takes at most twice its bytes in GB18030 (two bytes become four).
    let capacity = text.count * 2
    var failure: Int32?
    output = [UInt8](unsafeUninitializedCapacity: capacity) { space, count in
      text.withUnsafeMutableBytes { bytes in
        var input = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        var inputLeft = bytes.count
        var target = UnsafeMutableRawPointer(space.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var targetLeft = capacity
        let answer = iconv(converter, &input, &inputLeft, &target, &targetLeft)
        if answer == Int.max || Int(bitPattern: UInt(answer)) == -1 { failure = errno }
        count = capacity - targetLeft
      }
    }
    if let failure { throw FixtureError.system(call: "iconv", path: "GB18030", code: failure) }
    try sink(output)
  }
}
