import Foundation
import Glibc
import TestSupport
import Testing

import System

/// Temporary files have no name, are for nobody else, and are bounded.
@Suite struct TemporaryFileTests {
  @Test func `a temporary file is read by its number, and has no name and no mode for others`()
    throws
  {
    let file = try TemporaryFile(Array("one".utf8))
    try file.write(Array("two".utf8))
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: file.path)
    #expect(target.contains("/bangfu-") && target.hasSuffix(" (deleted)"))
    #expect(readSmallFile(file.path) == "onetwo")
    var status = stat()
    #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(status.st_nlink == 0)
  }

  @Test func `more than the limit is refused`() throws {
    let file = try TemporaryFile(limit: 10)
    try file.write(Array(repeating: 1, count: 10))
    #expect(throws: ReadError.inputTooLong(limit: 10)) { try file.write([1]) }
  }
}
