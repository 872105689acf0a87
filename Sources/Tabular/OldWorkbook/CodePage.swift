import Glibc

/// The characters of a workbook of Excel 5 and 95, whose texts are not in Unicode.
///
/// Source: the record CODEPAGE of [MS-XLS], 2.4.52.
final class CodePage {
  private let converter: iconv_t

  /// Opens the page of a number; nil when the C library does not have it.
  init?(_ number: Int) {
    let name =
      switch number {
      case 367: "US-ASCII"
      case 10000, 0x8000: "MACINTOSH"
      case 0x8001: "CP1252"
      default: "CP\(number)"
      }
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  /// Returns a text in UTF-8; nil when a byte of it is no character.
  func decode(_ bytes: [UInt8]) -> [UInt8]? {
    var bytes = bytes
    // No byte becomes more than three, and none is left to the end.
    var text = [UInt8](repeating: 0, count: 4 * bytes.count)
    let left = bytes.withUnsafeMutableBytes { bytes in
      text.withUnsafeMutableBytes { text -> Int? in
        var input = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        var output = text.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (inputLeft, outputLeft) = (bytes.count, text.count)
        let status = iconv(converter, &input, &inputLeft, &output, &outputLeft)
        guard status == 0, inputLeft == 0, iconv(converter, nil, nil, &output, &outputLeft) == 0
        else {
          iconv(converter, nil, nil, nil, nil)
          return nil
        }
        return outputLeft
      }
    }
    return left.map { Array(text[..<(text.count - $0)]) }
  }
}
