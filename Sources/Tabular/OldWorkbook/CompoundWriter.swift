/// Writes one stream as a compound file of large sectors.
///
/// FreeXL looks for the next sector of a stream through a list from its start, so that a workbook of
/// 26 MB in sectors of 512 bytes takes it 11 s; and it need not see another's directory and tables.
enum CompoundWriter {
  private static let sectorSize = 4096
  private static let perSector = sectorSize / 4
  private static let free = [UInt8](repeating: 0xFF, count: 4)
  private static let endOfChain: [UInt8] = [0xFE, 0xFF, 0xFF, 0xFF]
  private static let tableMark: [UInt8] = [0xFD, 0xFF, 0xFF, 0xFF]

  /// Returns what stands before the bytes of a stream, and how long these are with zeroes after
  /// them; nil when they are too many for a table in the header.
  static func head(of stream: [UInt8], named name: String) -> (bytes: [UInt8], length: Int)? {
    let sectors = max(1, (stream.count + sectorSize - 1) / sectorSize)
    // The table has an entry for itself and for the directory too.
    let tables = (sectors + 1) / (perSector - 1) + 1
    guard tables <= 109 else { return nil }
    let (directory, first) = (tables, tables + 1)
    let length = sectors * sectorSize
    var table = (0..<tables).flatMap { _ in tableMark } + endOfChain
    for sector in first..<(first + sectors - 1) { table += little(sector + 1) }
    table += endOfChain
    let bytes =
      padded(header(tables: tables, directory: directory), with: 0)
      + padded(table, to: tables * sectorSize, with: 0xFF)
      + padded(
        entry("Root Entry", kind: 5, child: little(1), start: endOfChain, size: 0)
          + entry(name, kind: 2, child: free, start: little(first), size: length),
        with: 0)
    return (bytes, length)
  }

  private static func header(tables: Int, directory: Int) -> [UInt8] {
    let marks: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let sizes: [UInt8] = [0x3E, 0, 4, 0, 0xFE, 0xFF, 12, 0, 6, 0]
    let counts = little(1) + little(tables) + little(directory) + little(0) + little(4096)
    let none = endOfChain + little(0) + endOfChain + little(0)
    return marks + zeroes(16) + sizes + zeroes(6) + counts + none
      + (0..<109).flatMap { $0 < tables ? little($0) : free }
  }

  private static func entry(
    _ name: String, kind: UInt8, child: [UInt8], start: [UInt8], size: Int
  ) -> [UInt8] {
    let units = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return padded(units, to: 64, with: 0) + [UInt8(units.count + 2), 0, kind, 1] + free + free
      + child + zeroes(36) + start + little(size) + zeroes(4)
  }

  private static func little(_ number: Int) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func zeroes(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  private static func padded(
    _ bytes: [UInt8], to count: Int = sectorSize, with byte: UInt8
  ) -> [UInt8] {
    bytes + [UInt8](repeating: byte, count: max(0, count - bytes.count))
  }
}
