import Foundation
import Glibc
import System
import TestSupport
import Testing

/// Files are there whole or not at all, and go where they were asked for.
@Suite struct NewFileTests {
  let folder = TestFolder()
  private func path(_ name: String) -> String { folder.path + "/" + name }
  private func names() -> [String] { TestFolder.names(in: folder.path).sorted() }
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func write(_ text: String, to path: String, isReplacing: Bool = true) throws {
    let file = try NewFile(path, mode: 0o600, isReplacing: isReplacing)
    try file.write(text)
    try file.keep()
  }

  @Test func `a file has its name only when all of it is written, and its mode`() throws {
    let file = try NewFile(path("a.csv"), mode: 0o600, isReplacing: false)
    try file.write("one")
    #expect(names().allSatisfy { $0.hasPrefix(".a.csv.") && $0.hasSuffix(".part") })
    try file.keep()
    #expect(names() == ["a.csv"])
    #expect(try text(path("a.csv")) == "one")
    let mode = try FileManager.default.attributesOfItem(atPath: path("a.csv"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(throws: FileError.exists(path("a.csv"))) {
      try write("two", to: path("a.csv"), isReplacing: false)
    }
    try write("two", to: path("a.csv"))
    #expect(try text(path("a.csv")) == "two")
  }

  @Test func `what is given up, or left by a process that is gone, leaves nothing`() throws {
    try write("old", to: path("a.csv"))
    do { _ = try NewFile(path("a.csv"), isReplacing: true) }
    #expect(names() == ["a.csv"])
    try Data("left".utf8).write(to: URL(filePath: path(".a.csv.x1.part")))
    let held = try NewFile(path("a.csv"), isReplacing: true)
    try write("new", to: path("a.csv"))
    #expect(names() == [String(held.part.dropFirst(folder.path.count + 1)), "a.csv"])
    #expect(try text(path("a.csv")) == "new")
  }

  @Test func `no link is followed, and no pipe waited for`() throws {
    try write("secret", to: path("other"))
    symlink(path("other"), path("link"))
    symlink(path("nowhere"), path("dangling"))
    mkfifo(path("pipe"), 0o600)
    mkdir(path("folder"), 0o700)
    for isReplacing in [true, false] {
      for name in ["link", "dangling"] {
        #expect(throws: FileError.isLink(path(name))) {
          try write("x", to: path(name), isReplacing: isReplacing)
        }
      }
      for name in ["pipe", "folder"] {
        #expect(throws: FileError.isNoFile(path(name))) {
          try write("x", to: path(name), isReplacing: isReplacing)
        }
      }
    }
    #expect(throws: FileError.isNoFile("/dev/zero")) { try write("x", to: "/dev/zero") }
    #expect(try text(path("other")) == "secret")
    #expect(names() == ["dangling", "folder", "link", "other", "pipe"])
    try write("x", to: "/dev/null")
  }

  @Test func `a link that is put there meanwhile is not followed either`() throws {
    try write("secret", to: path("other"))
    let file = try NewFile(path("a.csv"), isReplacing: true)
    symlink(path("other"), path("a.csv"))
    #expect(throws: FileError.isLink(path("a.csv"))) { try file.keep() }
    #expect(try text(path("other")) == "secret")
  }

  @Test func `of many at once one has the name, and the others know`() async throws {
    let path = path("a.csv")
    let kept = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<20 {
        group.addTask {
          guard let file = try? NewFile(path, isReplacing: false) else { return false }
          try? file.write("\(number)")
          return (try? file.keep()) != nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(kept == 1)
    #expect(names() == ["a.csv"])
  }

  @Test func `names hold 255 bytes, whole characters, their ending, and stay apart`() throws {
    let long = String(repeating: "抖音订单", count: 40)
    let name = FileName.fitting(long, ending: ".rejects.csv")
    #expect(name.utf8.count <= 240 && name.hasPrefix("抖音订单") && name.hasSuffix(".rejects.csv"))
    #expect(name != FileName.fitting(long + "2", ending: ".rejects.csv"))
    #expect(FileName.fitting("a", ending: ".csv") == "a.csv")
    try write("x", to: path(name))
    #expect(throws: FileError.self) { try write("x", to: path(long + ".csv")) }
    #expect(names() == [name])
  }
}
