internal import Domain

/// Rows in COPY's text format, written into a staging table.
struct CopyText {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Forgets the bytes that were sent.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a cell that needs no escapes: a number, a time, a code of ours.
  mutating func add(_ cell: String) {
    bytes.append(contentsOf: cell.utf8)
    bytes.append(UInt8(ascii: "\t"))
  }

  mutating func add(_ number: (some FixedPoint)?) {
    guard let number else { return add("\\N") }
    number.write(to: &bytes)
    bytes.append(UInt8(ascii: "\t"))
  }

  /// Adds a cell of a file; nil is NULL.
  mutating func add(text cell: String?) {
    guard let cell else { return add("\\N") }
    guard cell.utf8.contains(where: Self.isEscaped) else { return add(cell) }
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes.append(contentsOf: [byte, byte])
      case UInt8(ascii: "\n"): bytes.append(contentsOf: Array("\\n".utf8))
      case UInt8(ascii: "\r"): bytes.append(contentsOf: Array("\\r".utf8))
      case UInt8(ascii: "\t"): bytes.append(contentsOf: Array("\\t".utf8))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\t"))
  }

  /// Adds the row's last cell, and ends it.
  mutating func end(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A row of one column as it was before COPY wrote it, with its line feed.
  static func unescaped(_ row: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < row.count {
      if row[index] == UInt8(ascii: "\\"), index + 1 < row.count {
        index += 1
        switch row[index] {
        case UInt8(ascii: "b"): bytes.append(8)
        case UInt8(ascii: "t"): bytes.append(9)
        case UInt8(ascii: "n"): bytes.append(10)
        case UInt8(ascii: "v"): bytes.append(11)
        case UInt8(ascii: "f"): bytes.append(12)
        case UInt8(ascii: "r"): bytes.append(13)
        default: bytes.append(row[index])
        }
      } else {
        bytes.append(row[index])
      }
      index += 1
    }
    return bytes
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte < 0x20
  }
}
