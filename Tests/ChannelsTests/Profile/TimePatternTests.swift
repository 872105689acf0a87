import Testing

@testable import Channels

@Suite struct TimePatternTests {
  @Test(arguments: [
    ("YYYY-MM-DD", "2026-10-05", "2026-10-05 00:00:00"),
    ("YYYY/M/D H:mm", "2026/1/5 9:05", "2026-01-05 09:05:00"),
    ("YYYY/M/D H:mm", "2026/10/15 23:59", "2026-10-15 23:59:00"),
    ("YYYY年M月D日", "2026年2月28日", "2026-02-28 00:00:00"),
    ("YYYYMMDDHHmmss", "20261005101112", "2026-10-05 10:11:12"),
    ("D.M.YYYY", "5.10.2026", "2026-10-05 00:00:00"),
    ("YYYY-MM-DDTHH:mm:ssZ", "2026-10-05T10:00:00+08:00", "2026-10-05 10:00:00"),
    ("YYYY-MM-DDTHH:mm:ssZ", "2026-10-05T10:00:00Z", "2026-10-05 18:00:00"),
    ("YYYY-MM-DDTHH:mm:ssZ", "2026-12-31T20:00:00-0500", "2027-01-01 09:00:00"),
    ("YYYY-MM-DDTHH:mm:ssZ", "2026-03-01T05:30:00+14:00", "2026-02-28 23:30:00"),
  ])
  func `a time is read as its pattern writes it, on the programme's clock`(
    _ pattern: String, _ text: String, _ time: String
  ) throws {
    #expect(try #require(TimePattern(pattern)).read(text) == time)
  }

  @Test(arguments: [
    ("YYYY-MM-DD", "2026-1-05"), ("YYYY-MM-DD", "2026-10-05 10:00"), ("YYYY-MM-DD", "26-10-05"),
    ("YYYY/M/D H:mm", "2026/1/5"), ("YYYY/M/D", "2026-1-5"), ("YYYY年M月D日", "2026年2月28"),
    ("YYYY-MM-DDTHH:mm:ssZ", "2026-10-05T10:00:00"), ("YYYY-MM-DD", ""),
    ("YYYY-MM-DDTHH:mm:ssZ", "2026-10-05T10:00:00+8"), ("YYYY-MM-DD", "２０２６-10-05"),
  ])
  func `what is written otherwise is none of its times`(_ pattern: String, _ text: String) throws {
    #expect(try #require(TimePattern(pattern)).read(text) == nil)
  }

  @Test(arguments: [
    ("YYYY-MM-DD", "2026-02-30"), ("YYYY-MM-DD", "2009-01-01"), ("YYYY/M/D H:mm", "2026/1/5 24:00"),
    ("YYYY/M/D H:mm", "2026/1/5 9:60"), ("YYYY-MM-DD", "2026-00-10"),
  ])
  func `a day or an hour that there is not is impossible`(_ pattern: String, _ text: String) throws
  {
    let made = try #require(TimePattern(pattern))
    let found = #expect(throws: CellText.Reason.self) { try made.read(text) }
    #expect(found?.code == "time_impossible")
  }

  @Test func `a clock that is not the programme's is moved, over months and years`() throws {
    let plain = TimePattern.plain
    #expect(try plain.read("2026-10-05 10:00:00", zone: 0) == "2026-10-05 18:00:00")
    #expect(try plain.read("2026-12-31 16:00:00", zone: 0) == "2027-01-01 00:00:00")
    #expect(try plain.read("2024-02-28 20:00:00", zone: 0) == "2024-02-29 04:00:00")
    #expect(try plain.read("2026-01-01 01:00:00", zone: 10 * 3600) == "2025-12-31 23:00:00")
    #expect(try plain.read("2026-03-01 00:30:00", zone: 9 * 3600) == "2026-02-28 23:30:00")
    #expect(try plain.read("2026-10-05 10:00:00", zone: 8 * 3600) == "2026-10-05 10:00:00")
  }

  @Test(
    arguments: [
      ("Z", 0), ("+08:00", 28_800), ("-0530", -19_800), ("+08", 28_800), ("+14:00", 50_400),
      ("+15:00", nil), ("+8", nil), ("08:00", nil), ("+08:60", nil), ("", nil), ("UTC", nil),
      ("+0a00", nil),
    ] as [(String, Int?)])
  func `an offset is hours, maybe with minutes`(_ text: String, _ seconds: Int?) {
    #expect(TimePattern.offset(text) == seconds)
  }

  @Test(arguments: [
    "HH:mm", "YYYY-MM", "YYYY-MM-DD MM", "YYYY-MM-DD hh:mm", "YYYY-MM-DD ZZ", "", "DD/MM",
  ])
  func `a pattern needs a day, and each part once`(_ text: String) {
    #expect(TimePattern(text) == nil)
  }
}
