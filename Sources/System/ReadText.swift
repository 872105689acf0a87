import Glibc

/// Reads a small file of text whole; nil where it cannot be read.
public func readSmallFile(_ path: String) -> String? { try? readText(path, limit: .max) }

/// Reads a file of text whole, of so many bytes at most; whatever is no regular file is not waited for.
///
/// - Throws: `ReadError.system`, `.notRegularFile` or `.textTooLong`.
public func readText(_ path: String, limit: Int) throws(ReadError) -> String {
  let file = try InputFile(path: path)
  let size = try file.stamp().size
  if size > limit { throw .textTooLong(limit: limit) }
  return String(decoding: try file.bytes(at: 0, size), as: UTF8.self)
}

extension StringProtocol {
  /// The parts between line feeds, as other programs count them.
  ///
  /// A carriage return before one stays in its part: to Swift both are one character, which `split` would not part.
  public func linesByFeed(omittingEmpty: Bool = true) -> [Substring] {
    Substring(self).utf8.split(separator: 10, omittingEmptySubsequences: omittingEmpty)
      .map(Substring.init)
  }
}
