import Testing

@testable import Channels

@Suite struct SheetDayTests {
  @Test(arguments: [
    ("××超市代销结算单 2025年9月", "2025-09-30"), ("2024年2月", "2024-02-29"),
    ("结算期间：2026-08-26 至 2026-09-25", "2026-09-25"), ("2026年9月28日至30日 展销会", "2026-09-30"),
    ("2026年9月28日—10月2日", "2026-10-02"), ("2026.9.28-2026.9.30", "2026-09-30"),
    ("期间 2026/9/1~2026/9/30", "2026-09-30"),
    ("2026年9月31日", nil), ("电话 0635-8212345", nil), ("合同 2026 号", nil), ("2026年13月", nil), ("", nil),
    ("编号20260928001", nil), ("代销结算单 2026年9月 打印日期：2026-10-08", "2026-09-30"),
    ("制单日期 2026-10-08 结算期间 2026-09-01至2026-09-30", "2026-09-30"),
  ])
  func `the last day that a title names`(title: String, day: String?) {
    #expect(SheetDay.last(in: [["", title], ["制表"]]) == day)
  }

  @Test(arguments: [
    ("结算期间：2026-08-26 至 2026-09-25", "2026-08-26", "2026-09-25"),
    ("代销结算单 2026年9月", "2026-09-01", "2026-09-30"),
    ("2026年7月-9月", "2026-07-01", "2026-09-30"), ("2026-09-25", "2026-09-25", "2026-09-25"),
    ("制单日期 2026-10-08 结算期间 2026-09-01至2026-09-30", "2026-09-01", "2026-09-30"),
  ])
  func `the period that a title names`(title: String, first: String, last: String) {
    let period = SheetDay.period(in: [["", title], ["制表"]])
    #expect(period?.first == first && period?.last == last)
    #expect(SheetDay.period(in: [["", "制表"]]) == nil)
  }

  @Test func `a day goes before a month`() {
    #expect(SheetDay.last(in: [["2026年9月"], ["8月26日", "2026-09-25"]]) == "2026-09-25")
  }
}
