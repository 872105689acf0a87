import Glibc

/// The name of a member, of which an archive need not say how its bytes are to be read.
enum MemberName {
  /// Returns the name as text: strict UTF-8, else GB18030, else a mark for every odd byte.
  ///
  /// The flag for UTF-8 is not looked at: many programs write UTF-8 without it, and no name in GBK
  /// that was ever met is strict UTF-8 as well.
  static func decode(_ bytes: [UInt8]) -> String {
    if let name = String(validating: bytes, as: UTF8.self) { return name }
    if let name = gb18030(bytes) { return name }
    return String(decoding: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }

  /// Returns the name in one spelling, by which the parts of a workbook are found.
  static func canonical(_ name: String) -> String {
    var path = name.lowercased().split(separator: "/", omittingEmptySubsequences: true)[...]
    if name.utf8.contains(UInt8(ascii: "\\")) {
      path = name.lowercased().split { $0 == "/" || $0 == "\\" }[...]
    }
    var kept: [Substring] = []
    for step in path where step != "." {
      if step == ".." { _ = kept.popLast() } else { kept.append(step) }
    }
    return kept.joined(separator: "/")
  }

  private static func gb18030(_ bytes: [UInt8]) -> String? {
    guard let decoder = try? GB18030Decoder() else { return nil }
    var text = [UInt8](repeating: 0, count: 2 * bytes.count + GB18030Decoder.slack)
    let written = bytes.withUnsafeBufferPointer { bytes in
      text.withUnsafeMutableBufferPointer { text in
        text.baseAddress.flatMap {
          try? decoder.decode(bytes, isLast: true, offset: 0, into: $0).written
        }
      }
    }
    return written.map { String(decoding: text[..<$0], as: UTF8.self) }
  }
}
