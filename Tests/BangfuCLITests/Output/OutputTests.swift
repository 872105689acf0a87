import Domain
import FoundationEssentials
import Testing

@testable import BangfuCLI

@Suite struct OutputTests {
  private let stock = Table(
    [
      Column("sku", "货号", "货号"), Column("name", "品名", "品名"),
      Column("quantity", "数量", "数量", .quantity),
      Column("lines", "行数", "行数", .number), Column("note", "备注", "备注"),
    ],
    rows: [
      ["BC01", "奉节脐橙（一级）", "12.5", "3", ""],
      ["X2", "a,b\u{1B}[2J\"", "1", "", "=1+1"],
      ["㎏9", "👩‍🌾土鸡蛋", "1000", "12", "尾\n行"],
    ])

  @Test func `columns are aligned by what a terminal shows`() {
    #expect(
      stock.text == """
        货号  品名              数量  行数  备注
        BC01  奉节脐橙（一级）  12.5     3
        X2    a,b␛[2J"             1        =1+1
        ㎏9   👩‍🌾土鸡蛋          1000    12  尾␊行

        """)
  }

  private let wide = Table(
    [
      Column("sku", "货号", "货号"), Column("name", "品名", "品名"),
      Column("quantity", "数量", "数量", .quantity),
      Column("unit", "单位", "单位", .unit), Column("lost", "差异", "差异", .quantity),
      Column("amount", "金额", "金额", .money),
      Column("freight", "运费", "运费", .money), Column("note", "备注", "备注"),
    ],
    rows: [
      ["BC01", "奉节脐橙", "12.5", "公斤", "0", "12,345,678.90", "0.00", "甲"],
      ["X2", "土鸡蛋", "1", "个", "0", "", "0.00", ""],
    ])

  @Test func `a table that is a little too wide moves together, then leaves out 0.00`() {
    #expect(wide.text(within: 59) == wide.text)
    #expect(
      wide.text(within: 58) == """
        货号 品名     数量 单位 差异          金额 运费 备注
        BC01 奉节脐橙 12.5 公斤    0 12,345,678.90 0.00 甲
        X2   土鸡蛋      1 个      0               0.00

        """)
    #expect(wide.text(within: 52) == wide.text(within: 58))
    #expect(
      wide.text(within: 51) == """
        货号 品名     数量 单位 差异          金额 备注
        BC01 奉节脐橙 12.5 公斤    0 12,345,678.90 甲
        X2   土鸡蛋      1 个      0

        """)
  }

  @Test func `a table that is far too wide goes on in lines below`() {
    #expect(
      wide.text(within: 25) == """
        货号  品名
            数量  单位  差异
                     金额  备注
        BC01  奉节脐橙
            12.5  公斤     0
            12,345,678.90  甲
        X2    土鸡蛋
               1  个       0

        """)
    let facts = Table(Array(wide.columns.prefix(2)), rows: [["BC01", "奉节脐橙"]])
    #expect(facts.text(within: 5) == facts.text)
  }

  @Test func `CSV for programs has English keys and cells as they are`() {
    #expect(
      stock.csv
        == "sku,name,quantity,lines,note\nBC01,奉节脐橙（一级）,12.5,3,\n"
        + "X2,\"a,b\u{1B}[2J\"\"\",1,,=1+1\n㎏9,👩‍🌾土鸡蛋,1000,12,\"尾\n行\"\n")
  }

  @Test func `CSV for people has a byte order mark and no formulas`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "table-\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try write(stock, to: file.path)
    let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}sku,name,"))
    #expect(text.contains("X2,\"a,b␛[2J\"\"\",1,,'=1+1\r\n"))
  }

  @Test func `a file that cannot be written is a problem`() {
    let error = #expect(throws: (any Error).self) {
      try write(stock, to: "/no/such/folder/x.csv")
    }
    let problem = Problem("output_no_folder", ["file": "/no/such/folder/x.csv"])
    #expect(error.flatMap { Ending.problems(in: $0) } == [problem])
  }

  @Test func `JSON keeps the order of keys, and amounts are strings`() {
    #expect(
      stock.json.pretty == #"""
        [
          {"sku": "BC01", "name": "奉节脐橙（一级）", "quantity": "12.5", "lines": 3, "note": ""},
          {"sku": "X2", "name": "a,b\u001b[2J\"", "quantity": "1", "lines": null, "note": "=1+1"},
          {"sku": "㎏9", "name": "👩‍🌾土鸡蛋", "quantity": "1000", "lines": 12, "note": "尾\n行"}
        ]
        """#)
  }

  @Test func `JSON nests, and is compact on wish`() {
    let json = JSON.object([
      ("month", .string("2026-01")), ("ok", .bool(true)), ("empty", .array([])),
      ("days", .array([.int(1), .int(-2)])),
      ("target", .object([("amount", .string("1.00")), ("path", .string("a\\b\u{7F}"))])),
    ])
    #expect(
      json.pretty == #"""
        {
          "month": "2026-01",
          "ok": true,
          "empty": [],
          "days": [1, -2],
          "target": {"amount": "1.00", "path": "a\\b\u007f"}
        }
        """#)
    #expect(
      json.compact
        == #"{"month": "2026-01", "ok": true, "empty": [], "days": [1, -2], "#
        + #""target": {"amount": "1.00", "path": "a\\b\u007f"}}"#)
    #expect(JSON.object([]).pretty == "{}")
    #expect(Table([Column("a", "甲", "甲")]).json.pretty == "[]")
  }

  @Test(arguments: [("苹果", 4), ("a", 1), ("👩‍🌾", 2), ("🇨🇳", 2), ("e\u{301}", 1), ("", 0), ("①·", 2)])
  func `width is what a terminal shows`(_ text: String, _ columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func `nothing that a terminal acts on is printed`() {
    #expect("a\u{1B}[31m\r\n\u{7F}\u{9B}\u{202E}b".visible == "a␛[31m␍␊␡\u{FFFD}\u{FFFD}b")
  }

  @Test(arguments: ["y", "Ｙ", " yes ", "是", "确认"])
  func `yes is understood as input methods type it`(_ answer: String) {
    #expect(Prompting.isYes(answer))
  }

  @Test(arguments: ["", "n", "否", "yesterday", "不是", "不好"])
  func `anything else is no`(_ answer: String) {
    #expect(!Prompting.isYes(answer))
  }

  @Test(arguments: [
    "n", "No", "ＮＯ", " no. ", "不", "否", "不是", "不要！", "取消", "不卖", "算了", "n。", "cancel", "don't",
  ])
  func `no is an answer to every question`(_ answer: String) {
    #expect(Prompting.isNo(answer) && !Prompting.isYes(answer))
    let typed = Typed.plain(answer)
    var till = CounterEndingTests.paid()
    _ = till.refused(Problem("stock_expired", ["sku": "BC01"]))
    #expect(till.stage == .explaining)
    _ = till.take(typed)
    #expect(till.stage == .goods && till.basket.approval == nil)
    till.stage = .approving(reason: "临期")
    _ = till.take(typed)
    #expect(till.stage == .explaining)
    till.stage = .choosing([CounterTillTests.tea], quantity: "1")
    #expect(till.take(typed).request == .nothing)
    #expect(till.stage == .goods)
    till.stage = .payment
    _ = till.take(typed)
    #expect(till.basket.payments.isEmpty)
    _ = till.take(typed)
    #expect(till.stage == .goods)
    till.stage = .unsure
    #expect(till.take(typed).request == .inquire(dropping: false))
    till.stage = .resuming(.payment)
    _ = till.take(typed)
    #expect(till.basket.lines.isEmpty && till.stage == .goods)
  }

  @Test(arguments: ["不影响食用", "no damage", "nobody wants it", "否则浪费", "员工自己吃"])
  func `a reason that begins with no is a reason`(_ reason: String) {
    #expect(!Prompting.isNo(reason))
  }
}
