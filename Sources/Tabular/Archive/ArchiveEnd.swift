internal import System

/// The record at the end of a ZIP archive, which says how many members there are.
///
/// It is read before libzip is, which takes memory for as many members as are claimed.
enum ArchiveEnd {
  /// The record, and the longest comment after it.
  private static let farthest = 22 + 0xFFFF

  /// Returns the number of members that an archive claims to have.
  static func memberCount(path: String) throws(TabularError) -> Int {
    let file = try translating(InputFile(path: path))
    let size = try translating(file.stamp()).size
    let start = max(0, size - farthest - 76)
    let bytes = try translating(file.bytes(at: start, size - start))
    guard let position = last([0x50, 0x4B, 5, 6], in: bytes, room: 22) else {
      throw .damagedArchive
    }
    let members = number(bytes, position + 10, 2)
    guard members == 0xFFFF else { return members }
    // A record of ZIP64 has the true number.
    guard let large = last([0x50, 0x4B, 6, 6], in: bytes, room: 56) else { return members }
    return number(bytes, large + 32, 8)
  }

  private static func last(_ mark: [UInt8], in bytes: [UInt8], room: Int) -> Int? {
    guard bytes.count >= room else { return nil }
    return (0...(bytes.count - room)).reversed().first { bytes[$0...].starts(with: mark) }
  }

  private static func number(_ bytes: [UInt8], _ position: Int, _ width: Int) -> Int {
    let value = bytes[position..<(position + width)].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return Int(clamping: value)
  }
}
