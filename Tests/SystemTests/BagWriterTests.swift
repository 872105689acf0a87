import Foundation
import System
import TestSupport
import Testing

@Suite struct BagWriterTests {
  let parent = TestFolder()

  private var folder: String { parent.path + "/bag" }

  private func made() throws -> BagWriter {
    let bag = try BagWriter(folder)
    let lines = try bag.file("data/lines.csv")
    try lines.write("number,amount\n")
    try lines.write(Array("1,12.30\n".utf8))
    try lines.keep()
    try bag.write("", to: "data/原始/empty.csv")
    try bag.write("read me\n", to: "README.md")
    try bag.end(information: [("Source-Organization", "彭水"), ("Bagging-Date", "2026-01-01")])
    try bag.keep()
    return bag
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  /// Whether `sha256sum` finds every file of a manifest as it says.
  private func agrees(_ manifest: String) throws -> Bool {
    let program = Process()
    program.executableURL = URL(filePath: "/usr/bin/env")
    program.arguments = ["sha256sum", "--check", "--strict", "--status", manifest]
    program.currentDirectoryURL = URL(filePath: folder)
    try program.run()
    program.waitUntilExit()
    return program.terminationStatus == 0
  }

  @Test func `a bag says what it is, and what is in it`() throws {
    _ = try made()
    #expect(try text("bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    #expect(
      try text("bag-info.txt")
        == "Source-Organization: 彭水\nBagging-Date: 2026-01-01\nPayload-Oxum: 22.2\n")
    #expect(
      try text("manifest-sha256.txt") == """
        \(sha256Hex("number,amount\n1,12.30\n"))  data/lines.csv
        \(sha256Hex(""))  data/原始/empty.csv

        """)
    #expect(
      try text("tagmanifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) } == [
        "README.md", "bag-info.txt", "bagit.txt", "manifest-sha256.txt",
      ])
  }

  @Test func `sha256sum finds a bag whole, and a changed byte`() throws {
    _ = try made()
    #expect(try agrees("manifest-sha256.txt") && agrees("tagmanifest-sha256.txt"))
    try Data("number,amount\n1,12.31\n".utf8).write(to: URL(filePath: folder + "/data/lines.csv"))
    #expect(try !agrees("manifest-sha256.txt"))
    try Data("x".utf8).write(to: URL(filePath: folder + "/bag-info.txt"))
    #expect(try !agrees("tagmanifest-sha256.txt"))
  }

  @Test func `no bag is made where something is, and no file twice`() throws {
    let bag = try made()
    #expect(throws: FileError.self) { try BagWriter(folder) }
    #expect(throws: FileError.self) { try bag.write("x", to: "data/lines.csv") }
    #expect(try text("data/lines.csv") == "number,amount\n1,12.30\n")
  }

  @Test func `rows are marked, and what another process left half-done is removed`() throws {
    let left = parent.path + "/.bag.abc.part"
    try FileManager.default.createDirectory(
      atPath: left + "/data", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let bag = try BagWriter(folder)
    var rows: [String] = []
    let file = try bag.file("data/rows.csv") { rows.append($0.hex) }
    try file.write("one\ntw")
    try file.write("o\n\nlast")
    try file.keep()
    try bag.end(information: [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    try bag.keep()
    #expect(rows == ["one", "two", "", "last"].map { sha256Hex("\0" + $0) })
    #expect(try text("marks/data/rows.csv") == rows.map { $0.prefix(8) + "\n" }.joined())
    #expect(try agrees("tagmanifest-sha256.txt"))
    #expect(Path.names(in: parent.path) == ["bag"])
  }

  @Test func `a file that is not kept is not in the bag`() throws {
    let bag = try BagWriter(folder)
    try bag.file("data/half.csv").write("half")
    try bag.end(information: [])
    try bag.keep()
    #expect(try text("manifest-sha256.txt") == "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/data") == [])
  }
}
