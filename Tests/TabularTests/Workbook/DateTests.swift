import TestSupport
import Testing

@testable import Tabular

@Suite struct DateTests {
  private func rows(_ maker: WorkbookMaker) throws -> [[String]] {
    try tables(maker.bytes).flatMap(\.rows)
  }

  @Test(arguments: [
    ("1", 14, "1900-01-01"), ("59", 14, "1900-02-28"), ("60", 14, "1900-02-29"),
    ("61", 14, "1900-03-01"), ("46266", 14, "2026-09-01"), ("46266.5", 14, "2026-09-01 12:00:00"),
    ("46266", 22, "2026-09-01 00:00:00"), ("46266.333391203699", 22, "2026-09-01 08:00:05"),
    ("46266.999999", 22, "2026-09-02 00:00:00"), ("0.5", 20, "12:00:00"), ("1.25", 46, "30:00:00"),
    ("2958465", 14, "9999-12-31"), ("2958467", 14, "2958467"), ("-1", 14, "-1"),
    ("46266", 2, "46266"), ("46266", 31, "2026-09-01"), ("46266.5", 165, "2026-09-01 12:00:00"),
    ("46266", 166, "2026-09-01"), ("46266", 167, "46266"), ("46266", 168, "46266"),
    ("60", 169, "60"),
    ("45000.25", 170, "2023-03-15 06:00:00"), ("x", 14, "x"),
  ])
  func `a date is told by the style`(
    _ serial: String, _ format: Int, _ text: String
  ) throws {
    var maker = WorkbookMaker("<row><c s=\"1\"><v>\(serial)</v></c><c s=\"9\"><v>1</v></c></row>")
    maker.styles = [0, format]
    maker.formats = """
      <numFmt numFmtId="165" formatCode="yyyy/m/d\\ h:mm;@"/>
      <numFmt numFmtId="166" formatCode="[$-804]yyyy&quot;年h&amp;&quot;m&quot;月&quot;d&quot;日&quot;"/>
      <numFmt numFmtId="167" formatCode="[Red]#,##0.00&quot;yd&quot;\\d_d;General"/>
      <numFmt numFmtId="168" formatCode="0.00E+00"/><numFmt numFmtId="169" formatCode="General"/>
      <numFmt numFmtId="170" formatCode="m/d/yy h:mm AM/PM"/>
      """
    #expect(try rows(maker) == [[text, "1"]])
  }

  @Test func `dates count from 1904 where the workbook says so`() throws {
    var maker = WorkbookMaker(
      "<row><c s=\"0\"><v>0.5</v></c><c><v>1</v></c><c><v>44804</v></c></row>")
    maker.styles = [14]
    maker.is1904 = true
    #expect(try rows(maker) == [["1904-01-01 12:00:00", "1904-01-02", "2026-09-01"]])
  }
}
