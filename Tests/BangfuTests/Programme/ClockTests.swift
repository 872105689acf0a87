import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// The clock of a programme, which the program and the database each say once.
@Suite struct ClockTests {
  @Test func `the database reads times by the clock that the program writes them by`() throws {
    let shop = try Shop()
    let (zone, east, offset) = try shop.sql().execute(
      """
      SELECT g.timezone,
        extract(epoch FROM '2026-11-05T00:00Z'::timestamptz AT TIME ZONE g.timezone - '2026-11-05'::timestamp)::bigint,
        extract(epoch FROM \(ProgrammeClock.offset)::interval)::bigint
      FROM programme g
      """
    ).single().decode((String, Int, Int).self)
    #expect(zone == ProgrammeClock.zone)
    #expect(east == ProgrammeClock.secondsEast)
    #expect(offset == ProgrammeClock.secondsEast)
  }

  @Test func `a session shows times by it`() throws {
    // What is listed as text is the session's: 16:30 in UTC is half past midnight of the next day.
    let shop = try Shop()
    try shop.receive("BC01", "10")
    let receipt = try shop.sell("BC01:1", at: "2026-10-05T16:30:00Z")
    let detail = try shop.programme.orders.show(receipt.document)
    #expect("\(detail)".contains("2026-10-06 00:30:00"))
  }
}
