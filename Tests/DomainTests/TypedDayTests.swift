import Domain
import Testing

@Suite struct TypedDayTests {
  @Test(arguments: [
    ("2026-11-27", "2026-11-27"), ("2026/11/27", "2026-11-27"), ("2026.11.7", "2026-11-07"),
    ("2026-1-5", "2026-01-05"), ("20261127", "2026-11-27"), ("2026年11月27日", "2026-11-27"),
    ("２０２６－１１－２７", "2026-11-27"), ("2024-02-29", "2024-02-29"), (" 2026 年 1 月 5 日 ", "2026-01-05"),
  ])
  func `a day is read as people type it`(_ text: String, _ day: String) {
    #expect(BusinessDay(typed: text)?.description == day)
    #expect(Instant(typed: text, today: .first)?.description == "\(day)T00:00:00+08:00")
  }

  @Test(arguments: [
    "", "11-27", "27/11/2026", "26-11-27", "2026-11", "2026-02-29", "2026-13-01", "2026-11-27-1",
    "2026/11-27",
    "202611270", "2026-11-27x", "x2026-11-27", "tomorrow", "2026--27", "-2026-11-27", "99999999",
  ])
  func `what is no day is none`(_ text: String) {
    #expect(BusinessDay(typed: text) == nil)
    #expect(Instant(typed: text, today: .first) == nil)
  }

  @Test(arguments: [
    ("10:00", "2026-11-28T10:00:00+08:00"), ("9:30", "2026-11-28T09:30:00+08:00"),
    ("１０：００", "2026-11-28T10:00:00+08:00"), ("2026/11/27 9:30", "2026-11-27T09:30:00+08:00"),
    ("2026-11-27T10:00", "2026-11-27T10:00:00+08:00"),
    ("2026-11-27 10:00:05Z", "2026-11-27T10:00:05+00:00"),
    ("2026年11月27日10:00", "2026-11-27T10:00:00+08:00"),
    ("20261127 10:00", "2026-11-27T10:00:00+08:00"),
    ("2026-11-27T10:00-05:30", "2026-11-27T10:00:00-05:30"),
  ])
  func `a time is read as people type it`(_ text: String, _ instant: String) throws {
    let today = try #require(BusinessDay("2026-11-28"))
    #expect(Instant(typed: text, today: today)?.description == instant)
  }

  @Test(arguments: [
    "25:00", "10", "10:0", "2026-11-27 10", "27 10:00", "10:00 2026-11-27", "2026-11-27 10:00 am",
  ])
  func `what is no time is none`(_ text: String) {
    #expect(Instant(typed: text, today: .first) == nil)
  }

  @Test(arguments: ["2026-11", "2026/11", "2026.11", "202611", "2026年11月", "2026-11 "])
  func `a month is read as people type it`(_ text: String) {
    #expect(Month(typed: text)?.description == "2026-11")
  }

  @Test(arguments: ["2026", "11", "2026-13", "2026-11-27", "2026--11", "Nov 2026"])
  func `what is no month is none`(_ text: String) {
    #expect(Month(typed: text) == nil)
  }

  @Test func `days are numbered as the calendar has them`() throws {
    #expect(BusinessDay("1970-01-01")?.number == 0)
    #expect(BusinessDay("2026-11-28")?.number == 20_785)
    var day = try #require(BusinessDay("1899-12-25"))
    for number in day.number..<(day.number + 90_000) {
      let found = try #require(BusinessDay(number: number))
      #expect(found.number == number && found >= day)
      day = found
    }
    #expect(day.year == 2146)
    #expect(Instant("2026-11-28T08:00:00")?.seconds == 20_785 * 86_400)
    #expect(Instant("2026-11-28T00:00:30.25-01:30")?.seconds == 20_785 * 86_400 + 5430)
  }
}
