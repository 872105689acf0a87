import TestSupport
import Testing

@testable import Tabular
import System

@Suite struct WorkbookTests {
  private func rows(_ maker: WorkbookMaker) throws -> [[String]] {
    try tables(maker.bytes).flatMap(\.rows)
  }

  private func rows(_ xml: String, shared: String = "") throws -> [[String]] {
    try rows(WorkbookMaker(xml, shared: shared))
  }

  @Test func `shared and inline texts, rich ones too, without their phonetic runs`() throws {
    let shared = """
      <si><t>订单</t></si><si><r><t>粗</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 体</t></r>\
      <rPh sb="0" eb="1"><t>cu</t></rPh></si><si/><si><t>a_x000D_&#10;&lt;&amp;&#x8BA2;_xZZ_</t></si>
      """
    #expect(
      try rows(
        """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
        <c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>\
        <c r="E1" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r><rPh><t>x</t></rPh></is></c>\
        <c r="F1" t="inlineStr"><is><t><![CDATA[<x>]]></t></is></c></row>
        """, shared: shared)
        == [["订单", "粗 体", "", "a\r\n<&订_xZZ_", "内联", "<x>"]])
  }

  @Test(arguments: [
    ("10160070484512", "10160070484512"), ("1.0160070484512E13", "10160070484512"),
    ("1.2E-3", "0.0012"), ("19.9", "19.9"), ("19.899999999999999", "19.9"),
    ("1E+20", "100000000000000000000"),
    ("-0.10000000000000001", "-0.1"), ("12345678901234567890", "12345678901234567890"),
    ("1.2345678901234501E16", "12345678901234500"), ("0.30000000000000004", "0.3"),
    ("00012", "12"), ("1E999", "1E999"), ("nan", "nan"), ("1e-400", "0"), ("-1.5e0", "-1.5"),
    ("28.799999999999997", "28.8"), ("1001.0", "1001"), ("1001.", "1001"), ("12.50", "12.5"),
    ("2.500000000000101E15", "2500000000000101"), ("6917000000000000001", "6917000000000000001"),
    ("6917000000000000001.0", "6917000000000000001"), ("-0", "0"), ("-0.0", "0"), ("+5", "5"),
    (".5", "0.5"), ("-007.0", "-7"), ("1.0E3", "1000"), ("9.9999999999999995", "10"),
    ("0.99999999999999956", "1"), ("123456789.12345678", "123456789.123457"), ("0x1F", "0x1F"),
    ("1e", "1e"), (".", "."), ("-", "-"), ("1.5.2", "1.5.2"), ("1 5", "1 5"),
  ])
  func `a number is as a spreadsheet shows it`(_ kept: String, _ typed: String) throws {
    #expect(try rows("<row><c><v>\(kept)</v></c></row>") == [[typed]])
  }

  @Test func `truth values, errors, results of formulas and dates of ISO 8601`() throws {
    #expect(
      try rows(
        """
        <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>\
        <c t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c><f>1+1</f><v>2</v></c><c><f>1</f></c>\
        <c t="d"><v>2026-09-01T08:00:00</v></c><c t="d"><v>2026-09-01</v></c></row>
        """) == [["TRUE", "FALSE", "#N/A", "甲x", "2", "", "2026-09-01 08:00:00", "2026-09-01"]])
  }

  @Test func `cells are placed by their names, missing ones are blank`() throws {
    let maker = WorkbookMaker(
      """
      <row r="2"><c r="A2"><v>1</v></c><c r="AB2"><v>28</v></c><c><v>29</v></c></row><row/>
      <row r="9"><c r="C9"><v>3</v></c><c r="B9"><v>2</v></c><c r="D9" s="0"/></row>
      <row><c><v>10</v></c></row>
      """)
    try withTables(maker.bytes) { file in
      var lines: [[Int]] = []
      let table = file.tables[0].asWide(as: 28)
      try table.forEachRow { lines.append([$0.line, $0.number, $0.count, $0.beyond]) }
      #expect(lines == [[2, 1, 28, 1], [9, 2, 28, 0], [10, 3, 28, 0]])
      let rows = try file.tables[0].asWide(as: 29).firstRows(9)
      #expect(rows[0][27...] == ["28", "29"])
      #expect(rows[1][...3] == ["", "2", "3", ""])
      let counts = try [0, 1].map { try file.tables[0].firstRows($0).count }
      #expect(counts == [0, 1])
    }
  }

  @Test func `each row is as wide as the header, what lies beyond is counted`() throws {
    let head = "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
    let short = "<row><c><v>4</v></c></row><row><c><v>5</v></c><c/><c/><c/><c/></row>"
    let long = "<row><c r=\"D1\"><v>6</v></c></row>"
    let maker = WorkbookMaker(head + String(repeating: short, count: 20) + long + short)
    try withTables(maker.bytes) { file in
      var (counts, beyond): ([Int], [Int]) = ([], [])
      try file.tables[0].asWide(as: 3).forEachRow {
        counts.append($0.count)
        beyond.append($0.beyond)
      }
      #expect(counts == [Int](repeating: 3, count: 44))
      #expect(beyond == [Int](repeating: 0, count: 41) + [1, 0, 0])
    }
    #expect(try self.rows(maker)[40...] == [["5"], ["", "", "", "6"], ["4"], ["5"]])
  }

  @Test func `sheets come in the order of their tabs, and hidden ones are told`() throws {
    var maker = WorkbookMaker()
    let row = "<row><c><v>1</v></c></row>"
    maker.sheets = [("乙&amp;", row, ""), ("甲", row, "state=\"veryHidden\""), ("空", "", "")]
    try withTables(maker.bytes) { file in
      let empty = try file.tables[2].firstRows(30)
      #expect(file.kind == .workbook)
      #expect(file.tables.map(\.path) == ["f/乙&", "f/甲", "f/空"])
      #expect(file.tables.map(\.isHidden) == [false, true, false])
      #expect(file.sha256 == sha256Hex(maker.bytes))
      #expect(file.byteCount == maker.bytes.count)
      #expect(empty == [])
    }
  }

  @Test func `prefixes and the strict form read alike`() throws {
    var maker = WorkbookMaker(
      "<row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>x</t></is></c></row>",
      shared: "<si><t>甲</t></si>")
    #expect(try rows(maker) == [["", "甲", "x"]])
    maker.prefix = "x:"
    #expect(try rows(maker) == [["", "甲", "x"]])
    maker.space = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    maker.relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(try rows(maker) == [["", "甲", "x"]])
  }

  @Test func `openpyxl and LibreOffice write the same rows`() throws {
    let one = try tables(dataFile("openpyxl.xlsx"))
    let other = try tables(dataFile("libreoffice.xlsx"))
    #expect(one == other)
    #expect(one.map(\.path) == ["f/订单", "f/隐藏"])
    #expect(
      one[0].rows[2] == [
        "6917000000000000001", "19.9", "2026-09-01 08:00:05", "已发货", "2026-09-01", "TRUE",
      ])
    #expect(one[0].rows.count == 6)
  }

  @Test func `rows can be copied as CSV, like those of text`() throws {
    try withTables(
      WorkbookMaker(
        "<row><c t=\"str\"><v>a,b</v></c><c t=\"str\"><v>\"q\"</v></c><c><v>1</v></c></row>"
      ).bytes
    ) { file in
      var output: [UInt8] = []
      try file.tables[0].forEachRow { $0.appendCSV(to: &output, blanking: [false, false, true]) }
      #expect(String(decoding: output, as: UTF8.self) == "\"a,b\",\"\"\"q\"\"\",\n")
    }
  }
}
