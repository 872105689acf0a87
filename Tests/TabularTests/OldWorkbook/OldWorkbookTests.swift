import TestSupport
import Testing

@testable import Tabular

@Suite struct OldWorkbookTests {
  @Test func `an old workbook reads like a new one`() throws {
    let old = try tables(dataFile("libreoffice.xls"))
    #expect(try old == tables(dataFile("libreoffice.xlsx")))
    #expect(try withTables(dataFile("libreoffice.xls")) { $0.kind } == .oldWorkbook)
  }

  @Test func `results of formulas, truth values, errors and dates are there`() throws {
    let expected = [
      ["2.5", "甲x", "TRUE", "#DIV/0!", "2026-09-01", "", "#N/A"], ["2026-09-01 12:00:00"],
    ]
    #expect(try tables(dataFile("formulas.xls"))[0].rows == expected)
    #expect(try tables(dataFile("formulas.xlsx"))[0].rows == expected)
    #expect(
      try tables(dataFile("xlwt.xls"))[0].rows[...1] == [
        ["订单编号", "金额", "时间", "是否"], ["691700000", "19.9", "2026-09-01 08:00:00", "TRUE"],
      ])
  }

  @Test func `numbers are as the workbook shows them, and rows that are hidden are told`() throws {
    try withTables(dataFile("numbers.xls")) { file in
      var rows: [[String]] = []
      var hidden: [Bool] = []
      try file.tables[0].forEachRow { row in
        rows.append(row.strings)
        hidden.append(row.isHidden)
      }
      #expect(
        rows == [
          ["code", "amount"], ["1001", "28.8"], ["2500000000000101", "0.3"],
          ["6917012345678900000", "-1234567.1"],
        ])
      #expect(hidden == [false, false, true, false])
    }
  }

  @Test func `hidden sheets are told`() throws {
    let hidden = try withTables(dataFile("libreoffice.xls")) { $0.tables.map(\.isHidden) }
    #expect(hidden == [false, true])
  }

  @Test func `an old workbook may lie in an archive, and be read in part`() throws {
    var zip = ZipMaker()
    zip.add("a.xls", try dataFile("libreoffice.xls"))
    try withTables(zip.bytes) { file in
      let first = try file.tables[0].firstRows(1)
      #expect(file.tables.map(\.path) == ["f/a.xls/订单", "f/a.xls/隐藏"])
      #expect(first == [["订单明细"]])
    }
  }

  @Test func `a damaged old workbook is refused, and so is one too large`() throws {
    let good = try dataFile("libreoffice.xls")
    #expect(throws: TabularError.damagedOldWorkbook) {
      try tables(OLE2.file(streams: ["Workbook"]))
    }
    var options = TableFile.Options.forTests
    options.limits.oldWorkbookSeconds = 0
    #expect(throws: TabularError.oldWorkbookTooLarge) { try tables(good, options) }
  }

  @Test func `the name of its stream may be in capitals`() throws {
    var bytes = try dataFile("numbers.xls")
    func units(_ text: String) -> [UInt8] {
      text.utf8.reduce(into: []) { $0 += [$1, 0] }
    }
    let (name, capitals) = (units("Workbook"), units("WORKBOOK"))
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    bytes.replaceSubrange(place..<(place + name.count), with: capitals)
    #expect(try tables(bytes) == tables(dataFile("numbers.xls")))
  }

  @Test(
    arguments: [
      (936, [0xBD, 0xF0, 0xB6, 0xEE, 0x80], "金额€"), (950, [0xAA, 0xF7, 0xC3, 0x42], "金額"),
      (932, [0x8B, 0xE0, 0x8A, 0x7A, 0xB1], "金額ｱ"), (949, [0xB1, 0xDD], "금"),
      (1252, [0x63, 0x61, 0x66, 0xE9, 0x80], "café€"), (1251, [0xD1, 0xE2], "Св"),
      (0x8001, [0xE9], "é"), (437, [0x82, 0x81], "éü"),
    ] as [(Int, [UInt8], String)])
  func `texts of Excel 95 are read in the code page that it names`(
    page: Int, bytes: [UInt8], text: String
  ) throws {
    var book = BIFF(codePage: page, sheetName: bytes)
    book.label(0, 0, bytes)
    book.richLabel(0, 1, bytes)
    book.formula(1, 0, result: bytes)
    book.number(1, 1, 19.9)
    try withTables(book.bytes) { #expect($0.tables.map(\.path) == ["f/\(text)"]) }
    #expect(try tables(book.bytes)[0].rows == [[text, text], [text, "19.9"]])
  }

  @Test(arguments: [936, 1252, 4711])
  func `a text that its code page does not have is refused by the page, never changed`(
    page: Int
  ) throws {
    // 0x81 alone is no character in any of these.
    for cell in 0..<3 {
      var book = BIFF(codePage: page)
      switch cell {
      case 0: book.label(0, 0, [0x61, 0x81])
      case 1: book.richLabel(0, 0, [0x61, 0x81])
      default: book.formula(0, 0, result: [0x61, 0x81])
      }
      #expect(throws: TabularError.oldWorkbookCodePage(page)) { try tables(book.bytes) }
    }
    // What is plain is the same in all.
    var plain = BIFF(codePage: page)
    plain.label(0, 0, Array("plain".utf8))
    #expect(try tables(plain.bytes)[0].rows == [["plain"]])
  }

  @Test(arguments: [0x0500, 0x0600])
  func `a chart in a sheet takes nothing from it and adds nothing`(version: Int) throws {
    var book = BIFF(version: version, codePage: version == 0x0500 ? 936 : 1200)
    book.number(0, 0, 1)
    book.chart()
    book.number(1, 0, 2.5)
    book.formula(2, 0, result: Array("after".utf8))
    #expect(try tables(book.bytes)[0].rows == [["1"], ["2.5"], ["after"]])
  }

  @Test func `an old workbook that is cut is refused`() throws {
    let whole = try dataFile("numbers.xls")
    for part in [1, 2, 3] {
      #expect(throws: (any Error).self) { try tables(Array(whole[..<(whole.count * part / 4)])) }
    }
  }

  @Test func `a reader that is not there, says nothing or nonsense is told`() throws {
    let good = try dataFile("libreoffice.xls")
    var options = TableFile.Options.forTests
    options.oldWorkbookReader = "/nowhere"
    #expect(throws: TabularError.readerNotStarted(errno: 2)) { try tables(good, options) }
    options.oldWorkbookReader = "/bin/true"
    #expect(throws: TabularError.damagedOldWorkbook) { try tables(good, options) }
    options.oldWorkbookReader = "/bin/echo"
    #expect(throws: TabularError.damagedOldWorkbook) { try tables(good, options) }
    // It would read its input for ever, and is stopped by the clock.
    options.oldWorkbookReader = "/bin/cat"
    #expect(throws: TabularError.damagedOldWorkbook) { try tables(good, options) }
  }
}
