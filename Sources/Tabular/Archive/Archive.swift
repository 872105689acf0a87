internal import CZip
internal import System

/// A ZIP archive, read by libzip.
final class Archive {
  /// What lies in an archive under a name.
  struct Member {
    let index: UInt64
    let name: String
    let isEncrypted: Bool
  }

  /// The members that are no folders, in the order of the archive.
  let members: [Member]
  private let archive: OpaquePointer
  private let limits: TableFile.Limits
  private let size: Int

  /// Opens an archive and reads the names of its members.
  init(path: String, options: TableFile.Options) throws(TabularError) {
    limits = options.limits
    size = try translating(InputFile(path: path).stamp()).size
    guard try ArchiveEnd.memberCount(path: path) <= limits.members else {
      throw .tooManyMembers(limit: limits.members)
    }
    var status: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &status) else {
      throw ArchiveFault.error(status)
    }
    do throws(TabularError) {
      members = try Self.list(archive, limits, size: size)
    } catch {
      zip_discard(archive)
      throw error
    }
    self.archive = archive
    if let password = options.password { zip_set_default_password(archive, password) }
  }

  deinit {
    zip_discard(archive)
  }

  private static func list(
    _ archive: OpaquePointer, _ limits: TableFile.Limits, size: Int
  ) throws(TabularError) -> [Member] {
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.members else { throw .tooManyMembers(limit: limits.members) }
    var members: [Member] = []
    var packed = 0
    for index in 0..<UInt64(max(count, 0)) {
      var facts = zip_stat_t()
      zip_stat_init(&facts)
      guard zip_stat_index(archive, index, 0, &facts) == 0,
        let raw = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW))
      else { throw .damagedArchive }
      packed += Int(clamping: min(facts.comp_size, 1 << 48))
      let name = MemberName.decode(bytes(raw))
      if name.hasSuffix("/") { continue }
      members.append(
        Member(
          index: index, name: name, isEncrypted: facts.encryption_method != ZIP_EM_NONE))
    }
    guard packed <= size else { throw .membersOverlap }
    return members
  }

  private static func bytes(_ name: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    while name[bytes.count] != 0 { bytes.append(UInt8(bitPattern: name[bytes.count])) }
    return bytes
  }

  /// Unpacks a member, block by block, until `body` returns false.
  func read(
    _ member: UInt64, _ body: (UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    guard let file = zip_fopen_index(archive, member, 0) else {
      throw ArchiveFault.error(zip_error_code_zip(zip_get_error(archive)))
    }
    defer { zip_fclose(file) }
    var meter = UnpackMeter(packed: size, limits: limits)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = zip_fread(file, block.baseAddress, zip_uint64_t(block.count))
      guard count >= 0 else {
        throw ArchiveFault.error(zip_error_code_zip(zip_file_get_error(file)))
      }
      if count == 0 { return }
      try meter.take(Int(count))
      guard try body(UnsafeRawBufferPointer(rebasing: block[..<Int(count)])) else { return }
    }
  }
}
