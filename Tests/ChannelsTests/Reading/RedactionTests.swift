import Domain
import Testing

@testable import Channels

/// What the redacted copy keeps of a row, and what is blank in it.
@Suite struct RedactionTests {
  private static let header = "单号 品 件 应付 运费 付款 状态 收件人 编码 采购"
  private static let telephone = "13812345678"

  private static let row = [
    "单号": "1001", "品": "白茶", "件": "2", "应付": "110.00", "运费": "0", "付款": "2026-10-05 10:00:00",
    "状态": "完成",
    "收件人": "张三", "编码": "BC01", "采购": "某单位",
  ]

  /// The lines of the copy of rows, each given by what is other in it.
  private func copy(_ rows: [String: String]...) throws -> [String] {
    let profile = try Profile.own(columns: "merchant-code = ['编码']\nbuyer = ['采购']")
    let filled = rows.map { Self.row.merging($0) { $1 } }
    let file = try SampleFile(Self.header, filled, .init(profiles: [profile]))
    return file.copy.split(separator: "\n").map(String.init)
  }

  @Test func `of the header the names that the profile knows are kept`() throws {
    #expect(try copy([:])[0] == "单号,品,件,应付,运费,付款,状态,,编码,采购")
  }

  @Test func `cells of columns that the profile names are kept, and no buyer`() throws {
    #expect(try copy([:])[1] == "1001,白茶,2,110.00,0,2026-10-05 10:00:00,完成,,BC01,")
  }

  @Test func `a number of a person is marked in a name of goods`() throws {
    #expect(
      try copy(["品": "白茶 \(Self.telephone) 收"])[1]
        == "1001,白茶 *** 收,2,110.00,0,2026-10-05 10:00:00,完成,,BC01,")
  }

  @Test(
    arguments: [
      // The payment's time and the status do not reject the row: one cell that does not fit is blank, the others stay.
      (["状态": "张三"], "1001,白茶,2,110.00,0,2026-10-05 10:00:00,,,BC01,"),
      // A row that is rejected may have moved: free texts and codes with letters are blank as well.
      (["应付": "张三"], "1001,,2,,0,2026-10-05 10:00:00,完成,,,"),
      (["应付": "张三", "编码": "77"], "1001,,2,,0,2026-10-05 10:00:00,完成,,77,"),
      // Of an order's number only digits are kept then, and none of a person.
      (["应付": "张三", "单号": "A1001"], ",,2,,0,2026-10-05 10:00:00,完成,,,"),
      (["应付": "张三", "单号": telephone], ",,2,,0,2026-10-05 10:00:00,完成,,,"),
    ])
  func `what does not fit its column is blank`(change: [String: String], line: String) throws {
    #expect(try copy(change)[1] == line)
  }

  @Test func `an amount that is a number of a person is blank`() throws {
    #expect(try copy(["应付": Self.telephone])[1].contains(Self.telephone) == false)
  }

  @Test func `a row of another width than the header is blank, and stays a row`() throws {
    let profile = try Profile.own(columns: "merchant-code = ['编码']\nbuyer = ['采购']")
    let header = Self.header.split(separator: " ").map(String.init)
    let file = try SampleFile(
      [header, ["1001", "白茶", "2"], header.map { Self.row[$0] ?? "" }],
      .init(profiles: [profile]))
    let lines = file.copy.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1] == ",," && lines[2].hasPrefix("1001,白茶"))
  }

  @Test func `above the header of a sheet the day is kept, elsewhere nothing`() throws {
    let columns = ["参展企业", "产品", "数量", "现场销售额(元)"]
    let data = ["某合作社", "白茶", "2", "100.00"]
    let sheet = try SampleFile(
      [["2026年10月5日 展销会 经办人 张三", "", "", ""], columns, data],
      .init(profiles: [.shipped("fair-sales")]))
    let lines = sheet.copy.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "2026-10-05,,,")
    let profile = try Profile.own()
    let file = try SampleFile(
      [["2026年10月5日 张三", "", "", "", "", "", ""], ["单号", "品", "件", "应付", "运费", "付款", "状态"]],
      .init(profiles: [profile]))
    #expect(file.copy.hasPrefix(",,,,,,\n单号"))
  }
}
