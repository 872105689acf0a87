/// An OLE2 compound file, as far as the names of its streams tell what it is.
struct CompoundFile: ~Copyable {
  private static let lastSector = 0xFFFF_FFFA
  /// More sectors than a directory of a workbook ever has.
  private static let longest = 256

  private let file: InputFile
  private let header: [UInt8]
  /// 0 where the header makes no sense.
  private let sectorSize: Int

  /// Tells what a compound file is.
  static func kind(path: String) throws(TabularError) -> FileKind {
    let file = try CompoundFile(path: path)
    guard file.sectorSize > 0 else { return .ole2 }
    let names = try file.names()
    if names.contains("EncryptedPackage") { return .lockedWorkbook }
    return names.contains("Workbook") || names.contains("Book") ? .oldWorkbook : .ole2
  }

  private init(path: String) throws(TabularError) {
    let file = try InputFile(path: path)
    header = try file.bytes(at: 0, 512)
    self.file = file
    let shift = header.count == 512 ? Self.number(header, 30, 2) : 0
    sectorSize = shift == 9 || shift == 12 ? 1 << shift : 0
  }

  /// The names of the streams, as far as the chain of the directory can be followed.
  private borrowing func names() throws(TabularError) -> Set<String> {
    var names: Set<String> = []
    var sector = Self.number(header, 48, 4)
    for _ in 0..<Self.longest where sector < Self.lastSector {
      let entries = try file.bytes(at: (sector + 1) * sectorSize, sectorSize)
      for start in stride(from: 0, to: entries.count - 127, by: 128) {
        let length = min(max(Self.number(entries, start + 64, 2) - 2, 0), 62)
        let units = stride(from: start, to: start + length, by: 2).map {
          UInt16(Self.number(entries, $0, 2))
        }
        names.insert(String(decoding: units, as: UTF16.self))
      }
      sector = try next(after: sector)
    }
    return names
  }

  private borrowing func next(after sector: Int) throws(TabularError) -> Int {
    let perSector = sectorSize / 4
    guard sector / perSector < 109 else { return Self.lastSector }
    let table = Self.number(header, 76 + 4 * (sector / perSector), 4)
    guard table < Self.lastSector else { return Self.lastSector }
    let entry = try file.bytes(at: (table + 1) * sectorSize + sector % perSector * 4, 4)
    return entry.count == 4 ? Self.number(entry, 0, 4) : Self.lastSector
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> Int {
    guard place + width <= bytes.count else { return lastSector }
    return bytes[place..<(place + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
