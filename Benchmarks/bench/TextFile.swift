import Glibc

/// Small files, read and written whole.
enum TextFile {
  /// Reads a file.
  static func read(_ path: String) throws -> String {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw Program.Failure([path], String(cString: strerror(errno))) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = Glibc.read(file, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a file.
  static func write(_ text: String, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw Program.Failure([path], String(cString: strerror(errno))) }
    defer { close(file) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Program.Failure([path], String(cString: strerror(errno))) }
      bytes = bytes.dropFirst(count)
    }
  }
}
