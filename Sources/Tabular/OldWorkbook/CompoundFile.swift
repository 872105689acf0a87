internal import System

/// An OLE2 compound file: a small file system, of which streams are read by their names.
struct CompoundFile: ~Copyable {
  /// What the directory says of a stream.
  struct Entry {
    let name: String
    let start: Int
    let size: Int
  }

  static let lastSector = 0xFFFF_FFFA
  /// More entries than a directory of a workbook ever has.
  private static let longest = 1024

  let file: InputFile
  private let header: [UInt8]
  /// 0 where the header makes no sense.
  private let sectorSize: Int
  private let fileSize: Int

  /// Reads what a compound file is.
  static func kind(path: String) throws(TabularError) -> FileKind {
    let names = try CompoundFile(path: path).entries().map(\.name)
    if names.contains("EncryptedPackage") { return .lockedWorkbook }
    return names.contains { ["workbook", "book"].contains($0.lowercased()) } ? .oldWorkbook : .ole2
  }

  init(path: String) throws(TabularError) {
    let file = try translating(InputFile(path: path))
    let header = try translating(file.bytes(at: 0, 512))
    let fileSize = try translating(file.stamp()).size
    let shift = header.count == 512 ? Self.number(header, 30, 2) : 0
    self.file = file
    self.header = header
    self.fileSize = fileSize
    sectorSize = shift == 9 || shift == 12 ? 1 << shift : 0
  }

  /// The directory, as far as its chain can be followed; the root comes first.
  borrowing func entries() throws(TabularError) -> [Entry] {
    guard sectorSize > 0 else { return [] }
    let bytes = try chain(from: Self.number(header, 48, 4), 128 * Self.longest)
    return stride(from: 0, to: bytes.count - 127, by: 128).map { start in
      let length = min(max(Self.number(bytes, start + 64, 2) - 2, 0), 62)
      let units = stride(from: start, to: start + length, by: 2).map {
        UInt16(Self.number(bytes, $0, 2))
      }
      return Entry(
        name: String(decoding: units, as: UTF16.self),
        start: Self.number(bytes, start + 116, 4), size: Self.number(bytes, start + 120, 4))
    }
  }

  /// The bytes of a stream, as far as its chain can be followed.
  borrowing func stream(_ entry: Entry, root: Entry) throws(TabularError) -> [UInt8] {
    guard entry.size < Self.number(header, 56, 4) else {
      return try chain(from: entry.start, entry.size)
    }
    // Small streams share one in pieces of 64 bytes.
    let pieces = try chain(from: root.start, root.size)
    let table = try chain(from: Self.number(header, 60, 4), fileSize)
    var bytes: [UInt8] = []
    var piece = entry.start
    while bytes.count < entry.size, (piece + 1) * 64 <= pieces.count {
      bytes += pieces[(piece * 64)..<(piece * 64 + 64)]
      piece = Self.number(table, 4 * piece, 4)
    }
    return Array(bytes.prefix(entry.size))
  }

  private borrowing func chain(from start: Int, _ size: Int) throws(TabularError) -> [UInt8] {
    var bytes: [UInt8] = []
    var sector = start
    // A chain that goes in a circle is longer than the file.
    let wanted = min(size, fileSize)
    while bytes.count < wanted, sector < Self.lastSector {
      let read = try translating(file.bytes(at: (sector + 1) * sectorSize, sectorSize))
      guard !read.isEmpty else { break }
      bytes += read
      sector = try next(after: sector)
    }
    return Array(bytes.prefix(wanted))
  }

  private borrowing func next(after sector: Int) throws(TabularError) -> Int {
    let perSector = sectorSize / 4
    let table = try tableSector(sector / perSector)
    guard table < Self.lastSector else { return Self.lastSector }
    let entry = try translating(
      file.bytes(at: (table + 1) * sectorSize + sector % perSector * 4, 4))
    return entry.count == 4 ? Self.number(entry, 0, 4) : Self.lastSector
  }

  /// Where a part of the table of sectors lies: the header says so of the first 109.
  private borrowing func tableSector(_ index: Int) throws(TabularError) -> Int {
    if index < 109 { return Self.number(header, 76 + 4 * index, 4) }
    let perSector = sectorSize / 4 - 1
    var sector = Self.number(header, 68, 4)
    for _ in 0..<((index - 109) / perSector) where sector < Self.lastSector {
      let link = try translating(file.bytes(at: (sector + 1) * sectorSize + 4 * perSector, 4))
      sector = Self.number(link, 0, 4)
    }
    guard sector < Self.lastSector else { return Self.lastSector }
    let position = (sector + 1) * sectorSize + (index - 109) % perSector * 4
    return Self.number(try translating(file.bytes(at: position, 4)), 0, 4)
  }

  private static func number(_ bytes: [UInt8], _ position: Int, _ width: Int) -> Int {
    guard position >= 0, position + width <= bytes.count else { return lastSector }
    return bytes[position..<(position + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
