/// The UUID of a request.
public enum RequestID {
  /// A new random one, version 4.
  public static func new() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { (($0 < 16 ? "0" : "") + String($0, radix: 16)) }
    let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
    return parts.joined(separator: "-")
  }

  /// The text, where it is a UUID.
  ///
  /// - Throws: `Problem` `id_not_uuid`.
  public static func checked(_ text: String) throws(Problem) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12],
      parts.allSatisfy({ $0.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } })
    else { throw Problem("id_not_uuid", ["id": text]) }
    return text.lowercased()
  }
}
