/// Writes compound files that hold nothing but the names of streams.
enum OLE2 {
  static func file(streams: [String]) -> [UInt8] {
    var header = [UInt8](repeating: 0xFF, count: 512)
    header.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    header.replaceSubrange(30..<32, with: [9, 0])
    header.replaceSubrange(48..<52, with: [1, 0, 0, 0])
    // The table of sectors is the first; the directory goes on after it, to the last sector.
    header.replaceSubrange(76..<80, with: [0, 0, 0, 0])
    var table = [UInt8](repeating: 0xFF, count: 512)
    let entries = (["Root Entry"] + streams).map(entry)
    let sectors = (entries.count + 3) / 4
    for sector in 1..<(sectors + 1) where sector < sectors {
      table.replaceSubrange((4 * sector)..<(4 * sector + 4), with: [UInt8(sector + 1), 0, 0, 0])
    }
    let padding = [UInt8](repeating: 0, count: 512 * sectors - 128 * entries.count)
    return header + table + entries.flatMap { $0 } + padding
  }

  private static func entry(_ name: String) -> [UInt8] {
    var entry = [UInt8](repeating: 0, count: 128)
    for (index, unit) in name.utf16.enumerated() {
      entry[2 * index] = UInt8(unit & 0xFF)
      entry[2 * index + 1] = UInt8(unit >> 8)
    }
    entry[64] = UInt8(2 * name.utf16.count + 2)
    return entry
  }
}
