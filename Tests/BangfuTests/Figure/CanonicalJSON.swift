import Foundation

/// JSON as RFC 8785 writes it, made by other means than the product's: from what another parser has read.
enum CanonicalJSON {
  static func text(of bytes: Data) throws -> String {
    try text(JSONSerialization.jsonObject(with: bytes, options: [.fragmentsAllowed]))
  }

  private static func text(_ value: Any) -> String {
    switch value {
    case let object as [String: Any]:
      let members = object.keys.sorted {
        Array($0.utf16).lexicographicallyPrecedes(Array($1.utf16))
      }
      .map { quoted($0) + ":" + text(object[$0] ?? NSNull()) }
      return "{" + members.joined(separator: ",") + "}"
    case let array as [Any]: return "[" + array.map(text).joined(separator: ",") + "]"
    case let string as String: return quoted(string)
    case is NSNull: return "null"
    case let number as NSNumber:
      return CFBoolean.isBoolean(number)
        ? (number.boolValue ? "true" : "false") : "\(number.int64Value)"
    default: return "?"
    }
  }

  private static func quoted(_ string: String) -> String {
    let short: [UInt8: String] = [
      8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: "\\\"", 92: "\\\\",
    ]
    var bytes: [UInt8] = []
    for byte in string.utf8 {
      if let escape = short[byte] {
        bytes += Array(escape.utf8)
      } else if byte < 32 {
        let digits = String(byte, radix: 16)
        bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      } else {
        bytes.append(byte)
      }
    }
    return "\"" + String(decoding: bytes, as: UTF8.self) + "\""
  }

  private enum CFBoolean {
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
  }
}
