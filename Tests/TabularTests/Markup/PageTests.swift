import Testing

@testable import Tabular
import System

@Suite struct PageTests {
  private func rows(_ page: String) throws -> [[String]] {
    try tables(Array(page.utf8)).flatMap(\.rows)
  }

  @Test func `a page is read in UTF-8 and in GB18030, whatever it says of itself`() throws {
    let page = """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
      <title>t</title></head><body><table><tr><th>订单编号</th><th>金额</th></tr>
      <tr><td>甲镕</td><td>1.50</td></tr></table></body></html>
      """
    let expected = [["订单编号", "金额"], ["甲镕", "1.50"]]
    for bytes in [Array(page.utf8), [0xEF, 0xBB, 0xBF] + Array(page.utf8), try gb18030(page)] {
      try withTables(bytes) { file in
        let rows = try file.tables[0].firstRows(9)
        #expect(file.kind == .html)
        #expect(file.tables.map(\.path) == ["f/1"])
        #expect(rows == expected)
        #expect(file.sha256 == sha256Hex(bytes))
      }
    }
    #expect(try withTables(gb18030(page)) { $0.tables[0].encoding } == .gb18030)
  }

  @Test func `cells that span are in the first column and row`() throws {
    #expect(
      try rows(
        """
        <table><tr><td colspan=3>标题</td></tr>
        <tr><td rowspan="2">a</td><td>b</td><td rowspan=2>c</td></tr>
        <tr><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr></table>
        """) == [["标题", "", ""], ["a", "b", "c"], ["", "d", ""], ["e", "f", "g"]])
  }

  @Test func `white space is a space, and a break is a line feed`() throws {
    #expect(
      try rows(
        """
        <table><tr><td>&nbsp; a&nbsp;&nbsp;b
          c </td><td> x<br>y <br/></td><td><p>1</p><p>2</p></td><td>&nbsp;</td>
        <td>&lt;b&gt; &amp; &yen;1</td><td><b>6</b>9<!-- no --></td></tr></table>
        """) == [["a b c", "x\ny", "1\n2", "", "<b> & ¥1", "69"]])
  }

  @Test func `what is not closed is closed, and tables without a word are passed over`() throws {
    #expect(
      try rows("<TABLE><TR><TD>1<TD>2<TR><TD>3<TR><TD>&nbsp;<TR><TD>4<TD>5</TABLE>")
        == [["1", "2"], ["3"], ["4", "5"]])
    #expect(throws: TabularError.noTable) { try rows("<html><body>x<table></table></body></html>") }
  }

  @Test(arguments: [
    "", "</table", "</table>\n", "</body>", "</table></body></html>", "</html>\r\n",
  ])
  func `a page that ends before its table does is refused`(_ end: String) throws {
    let page = "<html><body><table><tr><td>1</td></tr><tr><td>2</td></tr>"
    if end.hasSuffix("e") || end.isEmpty {
      #expect(throws: TabularError.pageCut) { try rows(page + end) }
      #expect(throws: TabularError.pageCut) { try rows(page + "<tr><td>3" + end) }
      // A page that is longer than what is read at a time.
      let long = String(repeating: "<tr><td>x</td></tr>", count: 100_000)
      #expect(throws: TabularError.pageCut) { try rows(page + long + end) }
    } else {
      #expect(try rows(page + end) == [["1"], ["2"]])
    }
  }

  @Test func `a workbook in XML of Excel 2003 is refused by name`() throws {
    let page = """
      <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell>
      <Data>1</Data></Cell></Row></Table></Worksheet></Workbook>
      """
    #expect(throws: TabularError.notRead(.xmlWorkbook)) { try rows(page) }
  }

  @Test func `of nested tables the innermost with rows is meant`() throws {
    let page = """
      <table><tr><td>menu<table><tr><td>1</td></tr><tr><td>2<table></table></td></tr></table></td>
      <td><table><tr><td>3</td></tr></table></td></tr></table><table><tr><td>4</td></tr></table>
      """
    #expect(
      try tables(Array(page.utf8)) == [
        ReadTable(path: "f/1", rows: [["1"], ["2"]]), ReadTable(path: "f/2", rows: [["3"]]),
        ReadTable(path: "f/3", rows: [["4"]]),
      ])
  }

  @Test func `long pages are read in pieces`() throws {
    let row = "<tr><td>订单</td><td>\(String(repeating: "单", count: 300))</td></tr>\n"
    let page = "<table>" + String(repeating: row, count: 3000) + "</table>"
    let rows = try rows(page)
    #expect(rows.count == 3000)
    #expect(rows.allSatisfy { $0 == ["订单", String(repeating: "单", count: 300)] })
  }

  @Test func `a number that a cell is typed as has one text, text stays text`() throws {
    let cells = [
      ("x:num", "1001.0", "1001"), ("x:num=\"28.799999999999997\"", "28.80", "28.8"),
      ("x:num=\"46266\"", "2026/9/1", "2026/9/1"), ("x:num=\"12.5\"", "¥12.50", "¥12.50"),
      ("x:num=\"2500000000000101\"", "2.5E+15", "2500000000000101"), ("x:num", "", ""),
      ("style=\"color:red; mso-number-format:'0\\.00'\"", "1001.00", "1001"),
      ("style='mso-number-format:\"\\@\"'", "001001.0", "001001.0"),
      ("style=\"vnd.ms-excel.numberformat:@\"", "001001.0", "001001.0"),
      ("x:str x:num", "1001.0", "1001.0"), ("", "1001.0", "1001.0"), ("x:num", "甲", "甲"),
    ]
    let row = cells.map { "<td \($0.0)>\($0.1)</td>" }.joined()
    #expect(try rows("<table><tr>\(row)</tr></table>") == [cells.map(\.2)])
  }
}
