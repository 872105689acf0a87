import Domain
import Testing

@Suite struct BusinessDayTests {
  @Test(arguments: [
    "2026-10-05", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-12-31",
  ])
  func `a day is read and written the same`(_ text: String) throws {
    let day = try #require(BusinessDay(text))
    #expect(day.description == text && BusinessDay(number: day.number) == day)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-01", "2026-01-00", "0000-01-01",
    "2026-1-1", "2026-10-5", "2026-10-05 ", " 2026-10-05", "2026/10/05", "20261005", "",
    "2026-10", "2026-10-05-01", "２０２６-10-05", "+026-10-05", "2026--1-05",
  ])
  func `any other form is none, and so is a day that no calendar has`(_ text: String) {
    #expect(BusinessDay(text) == nil)
  }

  @Test func `days are in the order of the calendar`() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map {
      try #require(BusinessDay($0))
    }
    #expect(days.shuffled().sorted() == days && BusinessDay.first < days[0])
  }

  @Test func `before the first day and behind the last there is none`() throws {
    let first = BusinessDay.first.number
    let last = try #require(BusinessDay("9999-12-31")).number
    #expect(BusinessDay(number: first) == .first)
    #expect(BusinessDay(number: first - 1) == nil && BusinessDay(number: last + 1) == nil)
  }

  @Test(arguments: [
    ("2026-02", "2026-02-01", "2026-02-28"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026-12", "2026-12-01", "2026-12-31"), ("2026-04", "2026-04-01", "2026-04-30"),
  ])
  func `a month has its first and its last day`(_ text: String, _ first: String, _ last: String)
    throws
  {
    let month = try #require(Month(text))
    #expect(month.description == text && month.firstDay == first && month.lastDay == last)
  }

  @Test(arguments: ["2026-13", "2026-00", "2026-1", "2026", "2026-10-05", "2026/10", "", "0000-10"])
  func `what is no month is none`(_ text: String) {
    #expect(Month(text) == nil)
  }
}
