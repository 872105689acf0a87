/// Looks through JSON for what parsers pass over in silence: a key that stands twice in an object.
///
/// Of two values of one key parsers take one, and do not say which.
public enum JSONKeys {
  /// The first key that stands twice in one object, however deep; nil where none does.
  ///
  /// Escapes are read, so that `"li\\u006ee"` is `"line"`. Text that is no JSON has no such key: it is for the parser to
  /// refuse. Takes time by the length of the text alone.
  public static func repeated(in text: String) -> String? {
    var bytes = Array(text.utf8)[...]
    var open: [Set<String>?] = []
    var isKey = false
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "{"):
        open.append([])
        isKey = true
      case UInt8(ascii: "["):
        open.append(nil)
        isKey = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = open.popLast()
        isKey = false
      case UInt8(ascii: ","): isKey = open.last.map { $0 != nil } ?? false
      case UInt8(ascii: "\""):
        let name = string(&bytes)
        if isKey, let last = open.indices.last, open[last]?.insert(name).inserted == false {
          return name
        }
        isKey = false
      default: break
      }
    }
    return nil
  }

  /// Reads a string behind its first quote, up to its last.
  private static func string(_ bytes: inout ArraySlice<UInt8>) -> String {
    let end = bytes.firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    guard let end, bytes[end] == UInt8(ascii: "\\") else {
      defer { bytes = end.map { bytes[($0 + 1)...] } ?? [] }
      return String(decoding: bytes[..<(end ?? bytes.endIndex)], as: UTF8.self)
    }
    var units: [UInt16] = Array(String(decoding: bytes[..<end], as: UTF8.self).utf16)
    var plain: [UInt8] = []
    bytes = bytes[end...]
    func flush() {
      units += String(decoding: plain, as: UTF8.self).utf16
      plain.removeAll(keepingCapacity: true)
    }
    while let byte = bytes.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let escape = bytes.popFirst() else {
        plain.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "u"):
        flush()
        let digits = String(decoding: bytes.prefix(4), as: UTF8.self)
        units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
        bytes = bytes.dropFirst(4)
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "t"): plain.append(0x09)
      case UInt8(ascii: "r"): plain.append(0x0D)
      case UInt8(ascii: "b"): plain.append(0x08)
      case UInt8(ascii: "f"): plain.append(0x0C)
      default: plain.append(escape)
      }
    }
    flush()
    return String(decoding: units, as: UTF16.self)
  }
}
