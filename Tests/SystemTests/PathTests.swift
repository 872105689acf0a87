import Glibc
import System
import TestSupport
import Testing

/// Folders are made with their modes, locks are of one holder, and programs end with a status and their words.
@Suite struct PathTests {
  private let folder = TestFolder()

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func `a folder has its mode, its parents have theirs, and one that is there stays`() throws
  {
    let path = folder.path + "/a/b/c"
    try Path.makeFolder(path, mode: 0o700, parents: 0o711)
    #expect(mode(path) == 0o700)
    #expect(mode(folder.path + "/a/b") == 0o711 && mode(folder.path + "/a") == 0o711)
    try Path.makeFolder(folder.path + "/a", mode: 0o755)
    #expect(mode(folder.path + "/a") == 0o711)
  }

  @Test func `a folder below a file is refused, with the path that was`() throws {
    let file = try NewFile(folder.path + "/file", isReplacing: false)
    try file.keep()
    #expect(throws: FileError.system(call: "mkdir", path: folder.path + "/file/x", code: ENOTDIR)) {
      try Path.makeFolder(folder.path + "/file/x/y", mode: 0o700)
    }
  }

  @Test func `a link that leads nowhere is there, and does not exist`() throws {
    let link = folder.path + "/link"
    #expect(symlink("/nowhere/at/all", link) == 0)
    #expect(Path.isThere(link) && !Path.exists(link))
    #expect(
      Path.real(folder.path + "/link/../new") != "" && Path.names(in: folder.path) == ["link"])
    Path.remove(link)
    #expect(!Path.isThere(link))
  }

  @Test func `a lock that is held is nobody else's until it is released`() throws {
    let path = folder.path + "/lock"
    let lock = try #require(try FileLock(path, waiting: false))
    #expect(mode(path) == 0o600)
    #expect(try FileLock(path, waiting: false) == nil)
    lock.release()
    let next = try #require(try FileLock(path, waiting: true))
    next.release()
  }

  @Test func `a program is run to its end, from the root, with its last words`() throws {
    let (status, output) = try Program(["sh", "-c", "pwd; echo bad >&2; exit 3"]).run()
    #expect(status >> 8 == 3 && output == "/\nbad\n")
    #expect(try Program(["echo", "abcdef"]).run(limit: 4).output == "def\n")
    #expect(throws: FileError.system(call: "posix_spawn", path: "no-such-program", code: ENOENT)) {
      try Program(["no-such-program"]).run()
    }
  }

  @Test func `a text that is too long is refused, and what is no file is not read`() throws {
    let file = try NewFile(folder.path + "/text", isReplacing: false)
    try file.write("abc")
    try file.keep()
    #expect(try readText(folder.path + "/text", limit: 3) == "abc")
    #expect(throws: ReadError.textTooLong(limit: 2)) {
      try readText(folder.path + "/text", limit: 2)
    }
    #expect(throws: ReadError.notRegularFile) { try readText(folder.path, limit: 9) }
    #expect(throws: ReadError.system(errno: ENOENT)) { try readText("/nowhere/at/all", limit: 9) }
    #expect(readSmallFile("/nowhere/at/all") == nil)
  }
}
