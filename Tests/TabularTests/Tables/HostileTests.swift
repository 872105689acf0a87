import TestSupport
import Testing

@testable import Tabular

/// Files made to harm: each ends in an error that has a sentence, soon and in little memory.
@Suite struct HostileTests {
  private let zeroes = [UInt8](repeating: 0x30, count: 1 << 20)

  /// A gzip stream of so many megabytes of zeroes.
  private func bomb(megabytes: Int) -> [UInt8] {
    let member = gzip(zeroes, level: 9)
    return (0..<megabytes).flatMap { _ in member }
  }

  @Test func `a bomb is stopped by the ratio, or by the size`() throws {
    #expect(throws: TabularError.ratioTooHigh(limit: 300)) { try tables(bomb(megabytes: 80)) }
    var zip = ZipMaker()
    zip.add("a.csv", [UInt8](repeating: 0x30, count: 80 << 20))
    #expect(throws: TabularError.inside(member: "a.csv", .ratioTooHigh(limit: 300))) {
      try tables(zip.bytes)
    }
    var options = TableFile.Options.forTests
    options.limits.unpackedBytes = 3 << 20
    #expect(throws: TabularError.unpackedTooLong(limit: 3 << 20)) {
      try tables(bomb(megabytes: 4), options)
    }
    // No member is too large, but all of them are.
    var many = ZipMaker()
    for name in ["a", "b", "c", "d"] { many.add(name, Array("x,y\n".utf8) + zeroes) }
    #expect(throws: TabularError.inside(member: "c", .unpackedTooLong(limit: 3 << 20))) {
      try tables(many.bytes, options)
    }
  }

  @Test func `members that share bytes are refused`() throws {
    var zip = ZipMaker()
    zip.add("a.csv", (0..<5000).flatMap { Array("\($0 &* 7919 % 65_537)".utf8) })
    for name in ["b.csv", "c.csv"] { zip.addOverlapping(name) }
    #expect(throws: TabularError.membersOverlap) { try tables(zip.bytes) }
  }

  @Test func `names that climb out of the folder are names, for nothing is written by them`() throws
  {
    var zip = ZipMaker()
    zip.add("../../../tmp/x.csv", Array("a,b\n".utf8))
    zip.add("/etc/y.csv", Array("a,b\n".utf8))
    #expect(try tables(zip.bytes).map(\.path) == ["f/../../../tmp/x.csv", "f//etc/y.csv"])
  }

  @Test func `archives cut anywhere, or with too many members, are refused`() throws {
    let good = WorkbookMaker("<row><c><v>1</v></c></row>").bytes
    for end in stride(from: 4, to: good.count, by: 97) {
      #expect(throws: TabularError.self) { try tables(Array(good[..<end])) }
    }
    var options = TableFile.Options.forTests
    options.limits.members = 6
    #expect(throws: TabularError.tooManyMembers(limit: 6)) { try tables(good, options) }
  }

  @Test func `a document type is refused, so no entity is ever expanded`() throws {
    var maker = WorkbookMaker("<row><c t=\"str\"><v>&c;</v></c></row>")
    maker.prologue = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\
      <!ENTITY c SYSTEM "file:///etc/passwd">]>
      """
    #expect(throws: TabularError.documentType(part: "xl/worksheets/sheet1.xml")) {
      try tables(maker.bytes)
    }
    maker.prologue = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">"
    #expect(throws: TabularError.documentType(part: "xl/worksheets/sheet1.xml")) {
      try tables(maker.bytes)
    }
    maker.prologue = ""
    #expect(throws: TabularError.damagedWorkbook(part: "xl/worksheets/sheet1.xml")) {
      try tables(maker.bytes)
    }
  }

  @Test func `a million columns, or a cell far to the right, is refused`() throws {
    let wide = String(repeating: "<c><v>1</v></c>", count: 16_385)
    #expect(throws: TabularError.tooManyColumns(line: 3)) {
      try tables(WorkbookMaker("<row r=\"3\">\(wide)</row>").bytes)
    }
    for name in ["XFE1", "ZZZZZZ1", "ZZZZZZZZZZZZZZZZZZZZ1"] {
      #expect(throws: TabularError.tooManyColumns(line: 1)) {
        try tables(WorkbookMaker("<row><c r=\"\(name)\"><v>1</v></c></row>").bytes)
      }
    }
    let page =
      "<table><tr>" + String(repeating: "<td colspan=9999999999>x</td>", count: 3)
      + "</table>"
    #expect(throws: TabularError.tooManyColumns(line: 1)) { try tables(Array(page.utf8)) }
  }

  @Test func `a row or a cell without end is refused`() throws {
    var options = TableFile.Options.forTests
    options.limits.text.fieldBytes = 1000
    options.limits.text.rowBytes = 70_000
    let cell = "<c t=\"str\"><v>\(String(repeating: "x", count: 1000))</v></c>"
    let row = "<row>\(String(repeating: cell, count: 71))</row>"
    #expect(throws: TabularError.rowTooLong(line: 1)) {
      try tables(WorkbookMaker(row).bytes, options)
    }
    let long = "<row><c t=\"str\"><v>\(String(repeating: "x", count: 1001))</v></c></row>"
    #expect(throws: TabularError.fieldTooLong(line: 1)) {
      try tables(WorkbookMaker(long).bytes, options)
    }
    let page = "<table><tr><td>" + String(repeating: "x", count: 80_000)
    #expect(throws: TabularError.self) { try tables(Array(page.utf8), options) }
    #expect(throws: TabularError.self) {
      try tables(gzip([UInt8](repeating: 0x61, count: 80_000)), options)
    }
  }

  @Test func `shared texts are limited, and so is what refers to them`() throws {
    let text = String(repeating: "x", count: 60_000)
    let shared = "<si><t>\(text)</t></si>"
    let row = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 20) + "</row>"
    let bytes = WorkbookMaker(String(repeating: row, count: 10), shared: shared).bytes
    var options = TableFile.Options.forTests
    options.limits.unpackedBytes = 8 << 20
    #expect(throws: TabularError.unpackedTooLong(limit: 8 << 20)) { try tables(bytes, options) }
    options = .forTests
    options.limits.sharedBytes = 1000
    #expect(throws: TabularError.sharedTextTooLong(limit: 1000)) { try tables(bytes, options) }
    #expect(throws: TabularError.damagedWorkbook(part: "xl/worksheets/sheet1.xml")) {
      try tables(WorkbookMaker("<row><c t=\"s\"><v>7</v></c></row>").bytes)
    }
  }

  @Test func `parts that are missing, cut or too deep are damage`() throws {
    var zip = ZipMaker()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    zip.add("xl/other.xml", Array("<x/>".utf8))
    #expect(throws: TabularError.damagedWorkbook(part: "xl/workbook.xml")) { try tables(zip.bytes) }
    #expect(throws: TabularError.damagedWorkbook(part: "xl/worksheets/sheet1.xml")) {
      try tables(WorkbookMaker("<row><c><v>1</c></row>").bytes)
    }
    let deep = String(repeating: "<row>", count: 5000)
    #expect(throws: TabularError.damagedWorkbook(part: "xl/worksheets/sheet1.xml")) {
      try tables(WorkbookMaker(deep).bytes)
    }
    let open = "<table><tr><td><!--" + String(repeating: "x", count: 17 << 20)
    #expect(throws: TabularError.fieldTooLong(line: 1)) { try tables(Array(open.utf8)) }
    let page = "<table><tr><td>" + String(repeating: "<b><i>", count: 100_000)
    #expect(throws: TabularError.tooDeep) { try tables(Array(page.utf8)) }
  }

  @Test func `too many tables are refused`() throws {
    var options = TableFile.Options.forTests
    options.limits.tables = 2
    let page = String(repeating: "<table><tr><td>1</td></tr></table>", count: 3)
    #expect(throws: TabularError.tooManyTables(limit: 2)) { try tables(Array(page.utf8), options) }
    var maker = WorkbookMaker()
    maker.sheets = (0..<3).map { ("s\($0)", "", "") }
    #expect(throws: TabularError.tooManyTables(limit: 2)) { try tables(maker.bytes, options) }
  }

  /// So many attributes, each with a name of its own.
  private func attributes(_ count: Int, value: String = "") -> String {
    (0..<count).map { " a\($0)=\"\(value)\"" }.joined()
  }

  @Test(arguments: ["", ">", "<!--"])
  func `a tag with more attributes than programs write is refused before it is read`(
    _ value: String
  )
    throws
  {
    // libxml2 compares each with all others: 400,000 take it a minute.
    for count in [300, 5_000, 400_000] {
      let value = value == "<!--" ? "&lt;!--" : value
      let tag = attributes(count, value: value)
      let book = WorkbookMaker("<row><c><v>1</v></c></row><row\(tag)><c><v>1</v></c></row>").bytes
      #expect(throws: TabularError.self) { try tables(book) }
      let page = "<table><tr><td>1</td><td\(tag)>1</td></tr></table>"
      #expect(throws: TabularError.tagTooLong, "\(count)") { try tables(Array(page.utf8)) }
      if value.isEmpty {
        #expect(throws: TabularError.tagTooLong, "\(count)") { try tables(book) }
      }
    }
    let long = attributes(10, value: String(repeating: "x", count: 10_000))
    #expect(throws: TabularError.tagTooLong) {
      try tables(WorkbookMaker("<row\(long)></row>").bytes)
    }
    #expect(throws: TabularError.tagTooLong) {
      try tables(Array("<table><tr><td\(long)>1</td></tr></table>".utf8))
    }
    let good = attributes(200, value: value == "<!--" ? "" : value)
    let book = WorkbookMaker("<row\(good)><c\(good)><v>1</v></c></row>").bytes
    #expect(try tables(book).map(\.rows) == [[["1"]]])
    let rows = String(repeating: "<row n=\"a > b\" m='> \"'><c><v>1</v></c></row>", count: 3_000)
    #expect(try tables(WorkbookMaker(rows).bytes).map(\.rows.count) == [3_000])
    let page = "<table><tr\(good)><td\(good)>1</td></tr></table>"
    #expect(try tables(Array(page.utf8)).map(\.rows) == [[["1"]]])
  }

  @Test func `namespaces are counted as long as they are open`() throws {
    func spaces(_ count: Int, _ mark: Int = 0) -> String {
      (0..<count).map { " xmlns:n\(mark)x\($0)=\"u\($0)\"" }.joined()
    }
    let cell = "<c><v>1</v></c>"
    let one = "<row\(spaces(300))>\(cell)</row>"
    #expect(throws: TabularError.tagTooLong) { try tables(WorkbookMaker(one).bytes) }
    let nested =
      (0..<10).map { "<row\(spaces(50, $0))>" }.joined() + String(repeating: "</row>", count: 10)
    #expect(throws: TabularError.tagTooLong) { try tables(WorkbookMaker(nested).bytes) }
    let apart = String(repeating: "<row\(spaces(50))>\(cell)</row>", count: 20)
    #expect(try tables(WorkbookMaker(apart).bytes).map(\.rows.count) == [20])
  }

  @Test func `a long remark in a sheet is no harm`() throws {
    let remark = "<!--" + String(repeating: "x > y ", count: 200_000) + "-->"
    let book = WorkbookMaker("<row>\(remark)<c><v>1</v></c></row>").bytes
    #expect(try tables(book).map(\.rows) == [[["1"]]])
  }

  @Test func `what takes far longer than its bytes deserve is given up`() throws {
    var seconds = 0.0
    var pace = PaceMeter { seconds }
    for _ in 0..<1_000 {
      seconds += 1
      try pace.passed(1 << 20)  // slow, and yet a megabyte a second
    }
    var stuck = PaceMeter { seconds }
    seconds += 29
    try stuck.passed(10)
    seconds += 2
    #expect(throws: TabularError.tooSlow) { try stuck.passed(10) }
  }
}
