import CZip
import TestSupport
import Testing

@testable import Tabular

@Suite struct ArchiveTests {
  private let csv = Array("订单,b\n1,2\n".utf8)
  private let rows = [["订单", "b"], ["1", "2"]]

  @Test func `members come by name, each of its own kind`() throws {
    var zip = ZipMaker()
    zip.add("乙.xls", Array("<table><tr><td>x</td></tr></table>".utf8))
    zip.add("d/", [])
    zip.add("d/a.csv", csv)
    zip.add("b.xlsx", WorkbookMaker("<row><c><v>7</v></c></row>").bytes)
    zip.add("__MACOSX/._a.csv", [0, 1])
    zip.add("d/.DS_Store", [0, 1])
    try withTables(zip.bytes) { file in
      #expect(file.kind == .zip)
      #expect(file.refusals.isEmpty)
      #expect(file.tables.map(\.path) == ["f/b.xlsx/Sheet1", "f/d/a.csv", "f/乙.xls/1"])
      // Again, and in another order: one member at a time is on disk.
      for _ in 0..<2 {
        let read = try [2, 0, 1].map { try file.tables[$0].firstRows(9) }
        #expect(read == [[["x"]], [["7"]], rows])
      }
    }
  }

  @Test func `names in GBK without a flag are read`() throws {
    var zip = ZipMaker()
    zip.add(try gb18030("订单明细/联通.csv"), csv)
    zip.add("金额.csv", csv, isUTF8: false)
    zip.add([0xFF, 0x61, 0x80], csv)
    #expect(
      try Set(tables(zip.bytes).map(\.path)) == ["f/订单明细/联通.csv", "f/金额.csv", "f/?a?"])
  }

  @Test func `gzip of each kind is read`() throws {
    #expect(try tables(gzip(csv)) == [ReadTable(path: "f", rows: rows)])
    #expect(try tables(gzip(csv) + gzip(Array("3,4\n".utf8)))[0].rows.last == ["3", "4"])
    #expect(try tables(gzip(gb18030("订单,b\n1,2\n")))[0].rows == rows)
    #expect(try tables(gzip(WorkbookMaker("<row><c><v>7</v></c></row>").bytes))[0].rows == [["7"]])
    var zip = ZipMaker()
    zip.add("a.csv", csv)
    #expect(try tables(gzip(zip.bytes)) == [ReadTable(path: "f/a.csv", rows: rows)])
    let large = (0..<40_000).map { "订单\($0),\($0)\n" }.joined()
    #expect(try tables(gzip(Array(large.utf8)))[0].rows.count == 40_000)
    #expect(throws: TabularError.damagedGzip) { try tables(gzip(csv).dropLast(3)) }
    var options = TableFile.Options.forTests
    options.name = "a.CSV.GZ"
    #expect(try tables(gzip(csv), options).map(\.path) == ["a.CSV"])
  }

  @Test func `an archive in an archive is told, and the rest is read`() throws {
    var inner = ZipMaker()
    inner.add("a.csv", csv)
    var zip = ZipMaker()
    zip.add("a.zip", inner.bytes)
    zip.add("b.gz", gzip(csv))
    #expect(throws: TabularError.inside(member: "a.zip", .nested(.zip))) { try tables(zip.bytes) }
    #expect(throws: TabularError.nested(.gzip)) { try tables(gzip(gzip(csv))) }
    zip.add("c.csv", csv)
    zip.add("d.pdf", Array("%PDF-1.4 x".utf8))
    zip.add("e.txt", [])
    try withTables(zip.bytes) { file in
      #expect(file.tables.map(\.path) == ["f/c.csv"])
      #expect(
        file.refusals.map(\.error) == [
          .inside(member: "a.zip", .nested(.zip)), .inside(member: "b.gz", .nested(.gzip)),
          .inside(member: "d.pdf", .notRead(.pdf)), .inside(member: "e.txt", .empty),
        ])
      #expect(file.refusals.map(\.path).first == "f/a.zip")
    }
  }

  @Test func `what is no table is told by its kind`() throws {
    func zip(_ names: [String]) -> [UInt8] {
      var zip = ZipMaker()
      for name in names { zip.add(name, Array("x".utf8)) }
      return zip.bytes
    }
    let kinds: [([UInt8], FileKind)] = [
      (zip(["mimetype", "content.xml"]), .openDocument),
      (zip(["[Content_Types].xml", "word/document.xml"]), .officeDocument),
      (zip(["[Content_Types].xml", "ppt/presentation.xml"]), .officeDocument),
      (zip(["[Content_Types].xml", "xl/workbook.bin"]), .binaryWorkbook),
      (Array("%PDF-1.7".utf8), .pdf), (Array("Rar!\u{1A}\u{07}\u{1}".utf8), .rar),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], .sevenZip),
      (OLE2.file(streams: ["EncryptionInfo", "EncryptedPackage"]), .lockedWorkbook),
      (OLE2.file(streams: ["WordDocument"]), .ole2), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .ole2),
    ]
    for (bytes, kind) in kinds {
      #expect(throws: TabularError.notRead(kind)) { try tables(bytes) }
    }
    #expect(throws: TabularError.noTable) { try tables(zip(["d/"])) }
  }

  @Test func `an encrypted member wants its password`() throws {
    let scratch = try Scratch([])
    var status: Int32 = 0
    let archive = try #require(zip_open(scratch.path, ZIP_TRUNCATE, &status))
    let source = csv.withUnsafeBytes { zip_source_buffer(archive, $0.baseAddress, 0, 0) }
    zip_source_free(source)
    try csv.withUnsafeBytes { bytes in
      let source = zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(bytes.count), 0)
      #expect(zip_file_add(archive, "a.csv", source, 0) == 0)
      #expect(zip_file_set_encryption(archive, 0, UInt16(ZIP_EM_AES_256), "秘密") == 0)
      try #require(zip_close(archive) == 0)
    }
    var options = TableFile.Options.forTests
    #expect(throws: TabularError.inside(member: "a.csv", .passwordMissing)) {
      try TableFile.open(scratch.path, options: options)
    }
    options.password = "wrong"
    #expect(throws: TabularError.inside(member: "a.csv", .passwordWrong)) {
      try TableFile.open(scratch.path, options: options)
    }
    options.password = "秘密"
    #expect(try TableFile.open(scratch.path, options: options).tables[0].firstRows(9) == rows)
  }

  @Test func `text on disk keeps its own path and errors`() throws {
    try withTables(csv) { file in
      #expect(file.kind == .text)
      let read = try file.tables[0].firstRows(9)
      #expect(file.tables[0].text?.sha256 == file.sha256)
      #expect(read == rows)
    }
    #expect(throws: TabularError.empty) { try tables([]) }
    #expect(throws: TabularError.system(errno: 2)) { try TableFile.open("/nowhere/at/all") }
    #expect(throws: TabularError.notRegularFile) { try TableFile.open("/tmp") }
    #expect(throws: TabularError.unclosedQuote(line: 1)) { try tables(Array("\"a".utf8)) }
  }
}
