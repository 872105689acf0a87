import Testing

@testable import Channels

@Suite struct SheetDayTests {
  @Test(arguments: [
    ("××超市代销结算单 2025年9月", "2025-09-30"), ("2024年2月", "2024-02-29"),
    ("结算期间：2026-08-26 至 2026-09-25", "2026-09-25"), ("2026年9月28日至30日 展销会", "2026-09-30"),
    ("2026年9月28日—10月2日", "2026-10-02"), ("2026.9.28-2026.9.30", "2026-09-30"),
    ("期间 2026/9/1~2026/9/30", "2026-09-30"),
    ("2026年9月31日", nil), ("电话 0635-8212345", nil), ("合同 2026 号", nil), ("2026年13月", nil), ("", nil),
    ("编号20260928001", nil),
  ])
  func `the last day that a title names`(title: String, day: String?) {
    #expect(SheetDay.last(in: [["", title], ["制表"]]) == day)
  }

  @Test func `a day goes before a month`() {
    #expect(SheetDay.last(in: [["2026年9月"], ["8月26日", "2026-09-25"]]) == "2026-09-25")
  }
}
