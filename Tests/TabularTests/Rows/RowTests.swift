import Testing

@testable import Tabular

@Suite struct RowTests {
  @Test func `CRLF, LF and CR end rows, in one file too`() throws {
    for size in 1...9 {
      #expect(
        try rows("a,b\r\nc,d\ne,f\rg,h", blockSize: size)
          == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
    }
  }

  @Test func `blank lines are passed over and counted as lines`() throws {
    let scratch = try Scratch(Array("\r\n  \t\na\r\rb,\"x\r\ny\nz\"\n\nc\n".utf8))
    for size in [1, 2, 3, 7, 100] {
      var places: [[Int]] = []
      try TextFile.open(scratch.path, blockSize: size).forEachRow { row in
        places.append([row.number, row.line, row.count])
      }
      #expect(places == [[1, 3, 1], [2, 5, 2], [3, 9, 1]], "block of \(size)")
    }
  }

  @Test func `fields are verbatim, empty ones too`() throws {
    #expect(
      try rows("\t1, x ,,\n,,\n'2,=\"3\",`4\n")
        == [["\t1", " x ", "", ""], ["", "", ""], ["'2", "=\"3\"", "`4"]])
  }

  @Test func `quotes hold delimiters, line ends and pairs of quotes`() throws {
    for size in 1...9 {
      #expect(
        try rows("\"a,b\",\"c\r\nd\",\"e\"\"f\"\"\",\"\"\n\"\"\"\",x", blockSize: size)
          == [["a,b", "c\r\nd", "e\"f\"", ""], ["\"", "x"]])
    }
  }

  @Test func `white space after a closing quote is dropped`() throws {
    #expect(
      try rows("\"3985734\"\t,\"b\" \t\r\n\"c\" ") == [["3985734", "b"], ["c"]])
  }

  @Test func `text after a closing quote is kept`() throws {
    for size in 1...9 {
      #expect(
        try rows("\"a\"b,\"c\"\"d\" e\"f\",\"g\"\th ,\"i\"\"\"j", blockSize: size)
          == [["ab", "c\"d e\"f\"", "g\th ", "i\"j"]])
    }
  }

  @Test func `a stray quote inside an unquoted field is text`() throws {
    #expect(try rows("5\"x,\t\"a\",b\"\nc,d\n") == [["5\"x", "\t\"a\"", "b\""], ["c", "d"]])
  }

  @Test func `an unclosed quote names the line where its field begins`() throws {
    for size in [1, 7, 1000] {
      #expect(throws: TabularError.unclosedQuote(line: 3)) {
        try rows("a,b\r\nc,\"x\r\ny\",\"z\nq", blockSize: size)
      }
    }
    #expect(throws: TabularError.unclosedQuote(line: 2)) { try rows("a\n\"b\"\"") }
    #expect(throws: TabularError.unclosedQuote(line: 1)) { try rows("a,\"") }
  }

  @Test func `the delimiter is the one in most lines, a comma when in doubt`() throws {
    #expect(try rows("a;b\n1,5;2,5\n3;4") == [["a", "b"], ["1,5", "2,5"], ["3", "4"]])
    #expect(try rows("a\tb,c\n1\t2") == [["a", "b,c"], ["1", "2"]])
    #expect(
      try rows("x,y\n\t1,\t2\n\t3;4;5,\t6") == [["x", "y"], ["\t1", "\t2"], ["\t3;4;5", "\t6"]])
    #expect(try rows("x\t,y\t\n1\t,2\t\n") == [["x\t", "y\t"], ["1\t", "2\t"]])
    #expect(try rows("a,b\n\"1;2;3;4\",5\n\"1;2\n;3;4\",5").first == ["a", "b"])
    #expect(try rows("one\ntwo") == [["one"], ["two"]])
    #expect(try rows("a\tb\n\"c\"\td\n") == [["a", "b"], ["c", "d"]])
  }

  @Test func `limits name the line`() throws {
    var limits = TextFile.Limits()
    (limits.fieldBytes, limits.rowBytes, limits.columns) = (8, 20, 4)
    func read(_ text: String, _ size: Int) throws -> Int {
      try rows(Array(text.utf8), blockSize: size, limits: limits).count
    }
    for size in [1, 7, 100] {
      #expect(try read("12345678,\"12345678\"\n1,2,3,4", size) == 2)
      #expect(throws: TabularError.fieldTooLong(line: 2)) { try read("a\n1,123456789,2", size) }
      #expect(throws: TabularError.fieldTooLong(line: 3)) {
        try read("a\n\"\n\",\"123456789012345", size)
      }
      #expect(throws: TabularError.rowTooLong(line: 2)) {
        try read("a\n1234567,1234567,1234567\n", size)
      }
      #expect(throws: TabularError.tooManyColumns(line: 2)) { try read("a\n1,2,3,4,5", size) }
    }
  }

  @Test func `wide rows and long fields are read whole`() throws {
    let wide = (0..<16_384).map { "订\($0)" }
    let long = String(repeating: "单\n\"", count: 30_000)
    let table = [wide, ["a", long, "b"]]
    let text = table.map { CSVWriter.encode(row: $0, spreadsheetSafe: false) + "\r\n" }.joined()
    for bytes in [Array(text.utf8), try gb18030(text)] {
      #expect(try rows(bytes, blockSize: 1 << 20) == table)
    }
    #expect(throws: TabularError.tooManyColumns(line: 1)) {
      try rows("," + text, blockSize: 1 << 20)
    }
  }

  @Test func `a field may be looked at without a string`() throws {
    try withRow("订单,,\t 12 ") { row in
      #expect(row.isEmpty(1) && !row.isEmpty(0))
      #expect(row.equals(0, "订单") && !row.equals(0, "订") && !row.equals(0, "订单号"))
      #expect(row.equals(1, "") && row.equals(1, []))
      let isSame = row.equals(0, Array("订单".utf8))
      #expect(isSame)
      #expect(row.withBytes(0) { $0.count } == 6)
      #expect(row.withTrimmedBytes(2) { $0.count == 2 && $0[0] == 0x31 })
    }
  }

  @Test(arguments: [
    ("\t6917", "6917"), ("6917\t", "6917"), ("'6917", "6917"), ("`6917", "6917"),
    ("=\"6917\"", "6917"), ("''6917", "'6917"), ("\t'69 17' ", "69 17'"), ("=\"", "=\""),
    ("=\"\"", ""), ("=69", "=69"), ("\u{3000}\u{A0}订单\u{200B}\u{FEFF}", "订单"),
    ("\u{2060}\u{FEFF}\u{2003}x\u{3000}", "x"), ("a\u{3000}b", "a\u{3000}b"), (" \t ", ""),
    ("'", ""), ("、é", "、é"), ("é", "é"), ("à", "à"), ("〈", "〈"), ("' 1", " 1"),
  ])
  func `a trimmed cell loses white space and one text mark`(cell: String, text: String) throws {
    #expect(trimmedCell(cell) == text)
    try withRow(
      "x,\""
        + cell.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    ) { row in
      #expect(row.trimmed(1) == text)
    }
  }

  @Test func `the first rows are read without the rest`() throws {
    let scratch = try Scratch(Array("a,b\n\nc\n\"open".utf8))
    let file = try TextFile.open(scratch.path)
    #expect(try file.firstRows(2) == [["a", "b"], ["c"]])
    #expect(throws: TabularError.unclosedQuote(line: 4)) { try file.firstRows(3) }
  }

  @Test func `what the closure throws ends the reading`() throws {
    struct Enough: Error {}
    let scratch = try Scratch(Array("a\nb\nc\n".utf8))
    var seen = 0
    #expect(throws: Enough.self) {
      try TextFile.open(scratch.path).forEachRow { _ in
        seen += 1
        if seen == 2 { throw Enough() }
      }
    }
    #expect(seen == 2)
  }
}
