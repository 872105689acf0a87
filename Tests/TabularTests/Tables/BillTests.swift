import TestSupport
import Testing

@testable import Tabular

/// The quirks of genuine bills, with made-up people and sums.
@Suite struct BillTests {
  private static let alipay = """
    ------------------------------------------------------------------------------------\r
    导出信息：\r
    姓名：某某\r
    起始时间：[2026-02-10 00:00:00]    终止时间：[2026-02-13 23:59:59]\r
    共3笔记录\r
    \r
    特别提示：\r
    1.本明细仅供个人对账使用。\r
    \r
    ------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------\r
    交易时间            ,交易分类      ,交易对方     ,对方账号   ,金额    ,交易订单号        ,备注      ,\r
    2026-02-12 21:32:14 ,亲友代付      ,某店         ,/          ,49.74   ,2026021222001\t,          ,\r
    2026-02-12 20:00:01 ,日用百货      ,甲,乙商行    ,a***@b.cn  ,9.90    ,2026021222002\t,          ,\r
    2026-02-11 08:00:00 ,退款          ,某店         ,/          ,1.00    ,2026021122003_1\t,"他说"好"" ,\r

    """

  private static let wechat = """
    微信支付账单明细,,,,,,,,,,
    微信昵称：[某某],,,,,,,,,,
    导出时间：[2026-10-09 16:05:22],,,,,,,,,,
    ,,,,,,,,,,
    共4笔记录,,,,,,,,,,
    ----------------------微信支付账单明细列表--------------------,,,,,,,,,,
    交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
    2026-09-26 12:45:27,"商户消费","某店(广场店)","总共消费:28.16","支出",\
    ¥28.16,"零钱","支付成功","3985734"\t,"129847129"\t,"/"
    2026-09-24 10:10:11,微信红包,某人,/,收入,¥0.35,/,已存入零钱,3985735\t,129847130\t,/
    2026-09-23 10:10:11,扫二维码付款,某店,"收款方备注:
    两""盒",支出,¥12.00,零钱通,已转账,3985736,129847131,/
    2026-09-22 10:10:11,转账,某人,/,支出,¥1,500.00,零钱,朋友已收钱,3985737,129847132,/
    """

  /// Returns the preamble, the header and the rows.
  private func parts(
    _ rows: [[String]], _ first: String
  ) throws -> (preamble: [[String]], header: [String], rows: [[String]]) {
    let place = try #require(rows.firstIndex { $0[0].hasPrefix(first) && $0.count > 3 })
    return (Array(rows[..<place]), rows[place].map(trimmedCell), Array(rows[(place + 1)...]))
  }

  @Test func `a bill in GB18030, padded, with a comma at the end of each row`() throws {
    for bytes in [try gb18030(Self.alipay), gzip(try gb18030(Self.alipay))] {
      let bill = try parts(tables(bytes)[0].rows, "交易时间")
      #expect(bill.preamble.count == 8)
      #expect(bill.preamble[2] == ["姓名：某某"])
      #expect(bill.header == ["交易时间", "交易分类", "交易对方", "对方账号", "金额", "交易订单号", "备注", ""])
      #expect(bill.rows.map(\.count) == [8, 9, 8])
      #expect(bill.rows.map { trimmedCell($0[0]) }.first == "2026-02-12 21:32:14")
      #expect(trimmedCell(bill.rows[2][5]) == "2026021122003_1")
      // A stray quote ends the field; what follows it belongs to the field all the same.
      #expect(bill.rows[2][6] == "他说好\"\" ")
    }
  }

  @Test func `a bill with a TAB after the quote, and a row of the wrong length`() throws {
    let bill = try parts(tables(Array(Self.wechat.utf8))[0].rows, "交易时间")
    #expect(bill.preamble.count == 6)
    #expect(bill.preamble[0][0] == "微信支付账单明细")
    #expect(bill.rows.map(\.count) == [11, 11, 11, 12])
    #expect(bill.rows[0][8...9] == ["3985734", "129847129"])
    #expect(bill.rows[2][3] == "收款方备注:\n两\"盒")
    #expect(bill.rows[0].map(trimmedCell) == bill.rows[0])
  }

  @Test func `the same bill in a workbook has the same rows`() throws {
    let rows = try tables(Array(Self.wechat.utf8))[0].rows
    var xml = ""
    for row in rows {
      let cells = row.map { cell in
        let text = cell.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return cell.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      xml += "<row>\(cells.joined())</row>"
    }
    let read = try tables(WorkbookMaker(xml).bytes)[0].rows
    let bill = try parts(read, "交易时间")
    // Blank cells at the end, and the row of blank cells, are not there in a sheet.
    #expect(bill.preamble.map { $0[0] } == rows[..<6].map { $0[0] }.filter { !$0.isEmpty })
    #expect([bill.header] + bill.rows == Array(rows[6...]))
  }
}
