import Testing

@testable import Tabular

@Suite struct TextFileTests {
  private let blockSizes = [1, 2, 3, 5, 7, 8, 64, 1 << 20]

  @Test func `a file tells its digest and its size`() throws {
    let file = try open(Array("abc".utf8))
    #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(file.byteCount == 3)
    #expect(file.encoding == .utf8)
  }

  @Test func `UTF-8 is told at every edge of a block`() throws {
    for size in blockSizes {
      let file = try open(Array("订单,é,😀,汉字abcdefg\n".utf8), blockSize: size)
      #expect(file.encoding == .utf8, "block of \(size)")
      #expect(file.firstNonUTF8 == nil)
    }
  }

  @Test func `a byte order mark decides, and is no part of the first field`() throws {
    let text: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("订单,a".utf8)
    for size in blockSizes {
      #expect(try open(text, blockSize: size).encoding == .utf8BOM)
      #expect(try rows(text, blockSize: size) == [["订单", "a"]])
    }
    #expect(throws: TabularError.undecodable(byteOffset: 5)) {
      try open([0xEF, 0xBB, 0xBF, 0x61, 0x62, 0xB6, 0xA9])
    }
    #expect(throws: TabularError.utf16) { try open([0xFF, 0xFE, 0x61, 0x00]) }
    #expect(throws: TabularError.utf16) { try open([0xFE, 0xFF, 0x00, 0x61]) }
    #expect(try rows([0x84, 0x31, 0x95, 0x33] + gb18030("订单,a")) == [["订单", "a"]])
  }

  @Test func `what is not UTF-8 over the whole file is GB18030`() throws {
    let ascii = [UInt8](repeating: 0x61, count: 5000) + [0x0A]
    let bytes = try ascii + gb18030("订单")
    for size in blockSizes {
      let file = try open(bytes, blockSize: size)
      #expect(file.encoding == .gb18030)
      #expect(file.firstNonUTF8 == 5001)
    }
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE4, 0xBD], [0xE4, 0xBD, 0x41],
      [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func `overlong, surrogate and cut sequences are not UTF-8`(sequence: [UInt8]) throws {
    for size in blockSizes {
      let file = try open(Array("订ab".utf8) + sequence, blockSize: size)
      #expect(file.firstNonUTF8 == 5, "block of \(size)")
    }
  }

  @Test func `UTF-8 agrees with the standard library on random bytes`() throws {
    var random = SplitMix(seed: 1)
    let choices: [UInt8] = [0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC2, 0xE0, 0xE4, 0xED, 0xF0, 0xF4]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        choices.randomElement(using: &random) ?? 0
      }
      var scanner = TextScanner()
      for start in stride(from: 0, to: bytes.count, by: 3) {
        bytes[start..<min(start + 3, bytes.count)].withUnsafeBufferPointer {
          scanner.scan($0, ignoring: 0)
        }
      }
      scanner.finish()
      #expect((scanner.firstNonUTF8 == nil) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  @Test func `a control character makes a file binary, at its offset`() throws {
    for size in blockSizes {
      #expect(throws: TabularError.binary(byteOffset: 9)) {
        try open(Array("订单,ab\u{0}c".utf8), blockSize: size)
      }
      #expect(throws: TabularError.binary(byteOffset: 4)) {
        try open([0xB6, 0xA9, 0xB5, 0xA5, 0x01], blockSize: size)
      }
    }
    #expect(throws: TabularError.binary(byteOffset: 1)) { try open([0x61, 0x1A, 0x62]) }
  }

  @Test func `TAB, form feed and a final 0x1A are text`() throws {
    #expect(try rows("a\u{C},\tb\n\u{1A}") == [["a\u{C}", "\tb"]])
    #expect(try rows("a,b\u{1A}") == [["a", "b"]])
    #expect(try rows(gb18030("订单,b") + [0x1A]) == [["订单", "b"]])
  }

  @Test func `an empty or blank file says so`() throws {
    for text in ["", "\u{FEFF}", " \r\n\t\n", "\u{FEFF}\n", "\u{1A}"] {
      #expect(throws: TabularError.empty) { try open(Array(text.utf8), blockSize: 1) }
    }
  }

  @Test func `other kinds of file are told by content`() throws {
    let kinds: [([UInt8], FileKind)] = [
      ([0x50, 0x4B, 0x03, 0x04, 0], .zip), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .ole2),
      ([0x1F, 0x8B, 8, 0], .gzip), (Array("\u{FEFF} <!DOCTYPE x><HTML>".utf8), .html),
      (Array("<meta charset=gbk>\n<Table border=1>".utf8), .html),
    ]
    for (bytes, kind) in kinds {
      #expect(throws: TabularError.notRead(kind)) { try open(bytes) }
    }
    #expect(try rows("a,<html>") == [["a", "<html>"]])
  }

  @Test func `what is no readable file is refused`() throws {
    #expect(throws: TabularError.system(errno: 2)) { try TextFile.open("/nowhere/at/all.csv") }
    #expect(throws: TabularError.notRegularFile) { try TextFile.open("/tmp") }
    #expect(throws: TabularError.notRegularFile) { try TextFile.open("/dev/null") }
  }

  @Test func `a file changed after it was opened is refused`() throws {
    let scratch = try Scratch(Array("a,b\n".utf8))
    let file = try TextFile.open(scratch.path)
    try append("c", to: scratch.path)
    #expect(throws: TabularError.changed) { try file.forEachRow { _ in } }
  }
}
