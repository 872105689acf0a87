import Tabular

/// Writes ZIP archives byte by byte, so that a test can write wrong ones too.
public struct ZipMaker {
  /// One member, as the archive is to have it.
  public struct Member {
    /// The name, in any encoding.
    public var name: [UInt8]
    /// The deflated bytes.
    public var packed: [UInt8]
    /// The CRC-32 of the content, little-endian.
    public var checksum: [UInt8]
    /// The length of the content.
    public var size: Int
    /// Whether the archive says that the name is UTF-8.
    public var isUTF8 = false
    /// Where the archive says that the member lies, if not where it does.
    public var claimedOffset: Int?
  }

  /// The members so far.
  public private(set) var members: [Member] = []

  /// Makes an empty archive.
  public init() {}

  /// Adds a member, deflated.
  public mutating func add(_ name: String, _ content: [UInt8], isUTF8: Bool = true) {
    add(Array(name.utf8), content, isUTF8: isUTF8)
  }

  /// Adds a member, deflated, with a name in any encoding.
  public mutating func add(_ name: [UInt8], _ content: [UInt8], isUTF8: Bool = false) {
    // A gzip member is a head of 10 bytes, what ZIP wants, and a checksum and a length.
    let member = gzip(content, level: 6)
    members.append(
      Member(
        name: name, packed: Array(member[10..<(member.count - 8)]),
        checksum: Array(member[(member.count - 8)..<(member.count - 4)]), size: content.count,
        isUTF8: isUTF8))
  }

  /// Adds a member whose bytes are those of the first.
  public mutating func addOverlapping(_ name: String) {
    var member = members[0]
    member.claimedOffset = 0
    member.name = Array(name.utf8)
    members.append(member)
  }

  /// The archive.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = member.claimedOffset ?? bytes.count
      let facts =
        [20, 0, 0, member.isUTF8 ? 8 : 0, 8, 0, 0, 0, 0x21, 0x5D] + member.checksum
        + Self.little(member.packed.count, 4) + Self.little(member.size, 4)
        + Self.little(member.name.count, 2) + [0, 0]
      if member.claimedOffset == nil {
        bytes += [0x50, 0x4B, 3, 4] + facts + member.name + member.packed
      }
      directory +=
        [0x50, 0x4B, 1, 2, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
        + Self.little(offset, 4) + member.name
    }
    let count = Self.little(members.count, 2)
    return bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + Self.little(directory.count, 4) + Self.little(bytes.count, 4) + [0, 0]
  }

  private static func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
