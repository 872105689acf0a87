/// PostgreSQL's text form of an array of one dimension.
enum ArrayLiteral {
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let comma = UInt8(ascii: ",")

  static func encode(_ values: some Collection<String?>) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    bytes.reserveCapacity(values.count * 8)
    for value in values {
      if bytes.count > 1 { bytes.append(comma) }
      append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ value: String?, to bytes: inout [UInt8]) {
    guard let value else {
      bytes += "NULL".utf8
      return
    }
    bytes.append(quote)
    for byte in value.utf8 {
      if byte == quote || byte == backslash { bytes.append(backslash) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Reads a literal; returns `nil` for one of several dimensions.
  static func decode(_ text: String) -> [String?]? {
    var bytes = Array(text.utf8)[...]
    // Bounds other than 1…n stand in front, as in `[0:1]={a,b}`.
    if bytes.first == UInt8(ascii: "["), let sign = bytes.firstIndex(of: UInt8(ascii: "=")) {
      bytes = bytes[(sign + 1)...]
    }
    guard bytes.popFirst() == UInt8(ascii: "{"), bytes.popLast() == UInt8(ascii: "}") else {
      return nil
    }
    var values: [String?] = []
    while !bytes.isEmpty {
      guard bytes.first != UInt8(ascii: "{"), let value = element(&bytes) else { return nil }
      values.append(value)
      guard bytes.isEmpty || bytes.popFirst() == comma else { return nil }
    }
    return values
  }

  /// Takes one element off the front; the outer `nil` is a fault, the inner one NULL.
  private static func element(_ bytes: inout ArraySlice<UInt8>) -> String?? {
    guard bytes.first == quote else {
      let word = bytes.prefix { $0 != comma }
      bytes = bytes[word.endIndex...]
      let text = String(decoding: word, as: UTF8.self)
      return .some(text == "NULL" ? nil : text)
    }
    bytes.removeFirst()
    var word: [UInt8] = []
    while let byte = bytes.popFirst() {
      if byte == quote { return .some(String(decoding: word, as: UTF8.self)) }
      guard let next = byte == backslash ? bytes.popFirst() : byte else { return nil }
      word.append(next)
    }
    return nil
  }
}
