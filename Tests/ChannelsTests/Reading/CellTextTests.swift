import Domain
import Testing

@testable import Channels

@Suite struct CellTextTests {
  @Test(arguments: [
    ("12.50", 1250), ("¥12.5", 1250), ("￥12.50", 1250), ("12.50元", 1250), ("¥1,299.90", 129_990),
    ("-12.50", -1250), ("(12.50)", -1250), ("（1,000.00）", -100_000), ("-¥12.50", -1250),
    ("¥-12.50", -1250), ("(-3)", 300), ("１２．５０", 1250), ("1，299.90", 129_990), ("12.5000", 1250),
    ("12.0", 1200), ("0", 0), ("999,999,999.99", 99_999_999_999),
  ])
  func `an amount is read in every spelling that exports have`(_ text: String, _ fen: Int64) {
    #expect(CellText.money(text)?.minor == fen)
  }

  @Test(arguments: [
    "", "-", "—", "无", "1.234", "12,34", "1,2345", "1.2.3", "12.50 元", "abc", "1e3", "¥", "元",
    "(12.50", "1000000000", "13800138000", "12.5.0", "¥¥¥1", ",100", "12-", "--5",
  ])
  func `what is no amount is none, and never nothing`(_ text: String) {
    #expect(CellText.money(text) == nil)
  }

  @Test(arguments: [("3", 3000), ("3.0", 3000), ("1,000", 1_000_000), ("３", 3000)])
  func `pieces are a whole number above zero`(_ text: String, _ thousandths: Int64) {
    #expect(CellText.pieces(text)?.minor == thousandths)
  }

  @Test(arguments: ["0", "-1", "1.5", "", "三", "1 件", "1,00"])
  func `what is no number of pieces is none`(_ text: String) {
    #expect(CellText.pieces(text) == nil)
  }

  @Test(arguments: [("0", 0), ("1.5", 1500), ("0.1250", 125), ("1,234.5", 1_234_500)])
  func `what was weighed may be nothing, and have three decimals`(
    _ text: String, _ thousandths: Int64
  ) {
    #expect(CellText.measure(text)?.minor == thousandths)
  }

  @Test(arguments: ["-0.5", "0.1234", "1000000000", "五斤", ""])
  func `what was weighed is neither below nothing nor a telephone number`(_ text: String) {
    #expect(CellText.measure(text) == nil)
  }

  @Test(arguments: ["", "-", "--", "—", "——", "/", "无"])
  func `a cell is spelled empty`(_ text: String) {
    #expect(CellText.isEmpty(text) && isEmptyCell(" \(text)\t"))
  }

  @Test(arguments: ["0", "---", "//", "无货", "-1", "———", "没有"])
  func `what only looks so is not empty`(_ text: String) {
    #expect(!CellText.isEmpty(text))
  }

  @Test(arguments: [
    ("6917090000000002000", "6917090000000002000"), ("10163.0", "10163"), ("A-12_b", "A-12_b"),
    ("2610E-5x", "2610E-5x"), ("#1", "#1"),
  ])
  func `an order's number is kept as it is`(_ text: String, _ id: String) throws {
    #expect(try CellText.id(text) == id)
  }

  @Test(arguments: [
    ("", "cell_missing"), ("-", "cell_missing"), ("6.91709E+18", "id_scientific"),
    ("1e5", "id_scientific"), ("12 34", "id_malformed"), ("12,34", "id_malformed"),
    ("订单1", "id_malformed"), (String(repeating: "1", count: 65), "id_malformed"),
    ("１２", "id_malformed"),
  ])
  func `a number that a spreadsheet has spoilt is refused with its reason`(
    _ text: String, _ reason: String
  ) {
    let found = #expect(throws: CellText.Reason.self) { try CellText.id(text) }
    #expect(found?.code == reason)
  }

  @Test func `a code loses the point that a spreadsheet has left`() {
    #expect(CellText.code("6901234567892.0") == "6901234567892" && CellText.code("A1.0") == "A1.0")
    #expect(CellText.code(".0") == ".0" && CellText.code("10") == "10")
  }

  @Test(arguments: ["2026-10-05 10:00:00", "2010-01-01 00:00:00", "2099-12-31 23:59:59"])
  func `a time is read strictly`(_ text: String) throws {
    #expect(try CellText.time(text) == text && CellText.isPlainTime(text))
  }

  @Test(arguments: [
    ("2026/10/5 10:00", "time_reformatted"), ("2026-02-30 10:00:00", "time_impossible"),
    ("2026-10-05 24:00:00", "time_impossible"), ("2026-10-05 10:60:00", "time_impossible"),
    ("2009-12-31 10:00:00", "time_impossible"), ("2100-01-01 10:00:00", "time_impossible"),
    ("2026-10-05", "time_malformed"), ("2026-13-05", "time_impossible"),
    ("2026-10-05T10:00:00", "time_malformed"), ("2026-10-0a 10:00:00", "time_malformed"),
    ("45935.41", "time_malformed"), ("2026.10.05 10:00:00", "time_malformed"),
  ])
  func `any other time is refused with its reason`(_ text: String, _ reason: String) {
    let found = #expect(throws: CellText.Reason.self) { try CellText.time(text) }
    #expect(found?.code == reason)
  }
}
