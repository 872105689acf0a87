internal import CZip
import Glibc

/// A temporary file without a name, gone when the value ends.
final class Spool: Sendable {
  private let descriptor: Int32

  /// Where the file can be opened again, as long as this value lives.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// Makes an empty file in the folder that `TMPDIR` names, else in `/tmp`.
  init() throws(TabularError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array(((folder.isEmpty ? "/tmp" : folder) + "/bangfu-XXXXXX").utf8CString)
    descriptor = mkostemp(&template, O_CLOEXEC)
    guard descriptor >= 0 else { throw .temporaryFile(errno: errno) }
    unlink(template)
  }

  deinit {
    close(descriptor)
  }

  /// Adds bytes at the end.
  func write(_ bytes: UnsafeRawBufferPointer) throws(TabularError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .temporaryFile(errno: errno)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
