import Testing

@testable import Tabular

@Suite struct WriterTests {
  @Test func `a record quotes only where it must`() {
    #expect(
      CSVWriter.encode(row: ["a", "b,c", "d\"e", "f\ng", "\r\n", " h", ""], spreadsheetSafe: false)
        == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\"\r\n\", h,")
    #expect(CSVWriter.encode(row: [""], spreadsheetSafe: true) == "\"\"")
    #expect(CSVWriter.encode(row: ["=1", "\u{7}"], spreadsheetSafe: false) == "=1,\u{7}")
    #expect(CSVWriter.encode(row: ["=1,2", "-1"], spreadsheetSafe: true) == "\"'=1,2\",-1")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86", "+86"), ("+86 1", "'+86 1"), ("-12.30", "-12.30"), ("-", "'-"),
    ("-1-1", "'-1-1"), ("-1.", "'-1."), ("-1.2.3", "'-1.2.3"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("\rx", "'\rx"), ("'x", "''x"), ("＝1", "'＝1"), ("=\u{301}", "'=\u{301}"), ("a=1", "a=1"),
    ("", ""), ("'", "''"), ("'=1", "''=1"), ("\r\n=1", "'\r\n=1"),
  ])
  func `a cell that could be a formula gets a mark, which can be undone`(
    cell: String, safe: String
  ) {
    #expect(CSVWriter.neutralized(cell) == safe)
    #expect(CSVWriter.restored(safe) == cell)
  }

  @Test func `control characters are shown as pictures`() {
    #expect(CSVWriter.neutralized("a\u{7}\u{1B}[0m\u{7F}\n") == "a␇␛[0m␡\n")
  }

  @Test(arguments: [
    ("\u{FEFF}动帐金额（元） ", "动账金额(元)"), ("SKU编码", "sku编码"), ("ＳＫＵ　编码\t", "sku编码"),
    ("商品\u{200B}ID\u{A0}", "商品id"), ("￥￥", "¥¥"), ("建议发货时间（起）", "建议发货时间(起)"), (" \u{3000}", ""),
    ("快手：订单，号", "快手:订单,号"),
  ])
  func `one name in many spellings has one canonical header`(text: String, name: String) {
    #expect(canonicalHeader(text) == name)
  }
}
