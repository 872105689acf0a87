internal import System

/// What the first bytes of a file, or all of them, say of it.
enum FileHead {
  /// The kind that the first bytes show; nil when the file may be text, or is empty.
  static func kind(path: String) throws(TabularError) -> FileKind? {
    let file = try translating(InputFile(path: path))
    _ = try translating(file.stamp())
    return FileKind(head: try translating(file.bytes(at: 0, 4096)))
  }

  /// The digest of all bytes, and the state of the file that has it.
  static func digest(
    path: String
  ) throws(TabularError) -> (sha256: String, stamp: InputFile.Stamp) {
    let file = try translating(InputFile(path: path))
    let stamp = try translating(file.stamp())
    let hasher = SHA256Hasher()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 1)
    defer { buffer.deallocate() }
    while true {
      let count = try translating(file.read(into: buffer))
      if count == 0 { break }
      hasher.update(raw: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    guard try translating(file.stamp()) == stamp else { throw .changed }
    return (hasher.finalize(), stamp)
  }
}
