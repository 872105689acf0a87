internal import Glibc

/// A file that is being written, as a whole: what was there before is gone.
final class FixtureFile {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw FixtureError.system(call: "open", path: path, code: errno) }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written >= 0 {
          done += written
        } else if errno != EINTR {
          throw FixtureError.system(call: "write", path: path, code: errno)
        }
      }
    }
  }
}

/// Writes a text to a file.
public func writeFixture(
  _ text: String, to path: String, as encoding: FixtureEncoding = .utf8
) throws {
  let file = try FixtureFile(path)
  try file.write(encoding.mark)
  var bytes = Array(text.utf8)
  try Transcoder(encoding).convert(&bytes) { try file.write($0) }
}
