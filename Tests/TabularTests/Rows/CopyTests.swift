import Testing

@testable import Tabular

@Suite struct CopyTests {
  private func copy(_ bytes: [UInt8], mask: [Bool]? = nil, blockSize: Int = 7) throws -> [UInt8] {
    let scratch = try Scratch(bytes)
    var output: [UInt8] = []
    try TextFile.open(scratch.path, blockSize: blockSize).forEachRow {
      $0.appendCSV(to: &output, blanking: mask)
    }
    return output
  }

  private func copy(_ text: String, mask: [Bool]? = nil) throws -> String {
    String(decoding: try copy(Array(text.utf8), mask: mask), as: UTF8.self)
  }

  @Test func `a copy quotes only where it must`() throws {
    #expect(
      try copy("a,\"b\"\t,\"c,d\"\r\n5\"x,\"e\"\"f\",\"g\rh\"\r")
        == "a,b,\"c,d\"\n\"5\"\"x\",\"e\"\"f\",\"g\rh\"\n")
    #expect(try copy("a;b\n1,5;2\n") == "a,b\n\"1,5\",2\n")
  }

  @Test func `masked columns are blank, and so are those beyond the mask`() throws {
    let text = "a,name,b,phone\n1,\"x\ny\",2,3\n4,5,6,7,street\n8\n"
    #expect(
      try copy(text, mask: [false, true, false, true])
        == "a,,b,\n1,,2,\n4,,6,,\n8\n")
    #expect(try copy("a,b,c", mask: [true, true, false]) == ",,c\n")
    #expect(try copy("a,b,c", mask: [false, false, true]) == "a,b,\n")
  }

  @Test func `a copy holds no blank line, so rows keep their numbers`() throws {
    #expect(try copy("a\nb\n\n\" \"\n\"\"\n") == "a\nb\n\" \"\n\"\"\n")
    #expect(try copy("a\nb\n", mask: [true]) == "\"\"\n\"\"\n")
    #expect(try rows(copy("a\nb\n", mask: [true])) == [[""], [""]])
  }

  @Test func `random rows come back from CSV, in both encodings`() throws {
    var random = SplitMix(seed: 3)
    let pieces = ["a", "12", ",", "\"", "\n", "\r\n", "\r", "\t", " ", "订单", "😀", ";", "é", "'"]
    for _ in 0..<60 {
      // The first row makes the comma the plain choice and the file Chinese.
      var table = [["订单", "b", "c", "d"]]
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        table.append(
          (0..<Int.random(in: 1...6, using: &random)).map { _ in
            (0..<Int.random(in: 0...4, using: &random)).map { _ in
              pieces.randomElement(using: &random) ?? ""
            }.joined()
          })
      }
      table.append(contentsOf: Array(repeating: ["x", "y", "z", "w"], count: 9))
      // A lone cell of spaces is a blank line when it stands unquoted.
      table.removeAll { $0.count == 1 && $0[0].utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
      let text = table.map { CSVWriter.encode(row: $0, spreadsheetSafe: false) + "\n" }.joined()
      let size = Int.random(in: 1...40, using: &random)
      for bytes in [Array(text.utf8), try gb18030(text)] {
        #expect(try rows(bytes, blockSize: size) == table)
        let copied = try copy(bytes, blockSize: size)
        #expect(try rows(copied) == table)
        #expect(copied == Array(text.utf8))
      }
    }
  }
}
