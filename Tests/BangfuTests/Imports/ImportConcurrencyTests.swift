import Bangfu
import Dispatch
import Glibc
import Postgres
import Synchronization
import Testing

/// What changes the order lines of one platform does so one after the other, in the order of its postings.
@Suite struct ImportConcurrencyTests {
  @Test(arguments: ["import undo", "channel map"])
  func `what waits for a platform has a later number than what it waited for`(act: String) throws {
    let shop = try Shop()
    try shop.importRows([DouyinLine("692", "6920", sku: "NONE")])
    let database = shop.database
    let first = try shop.sql()
    try first.run(script: "BEGIN; SELECT lock_platform('douyin')")
    let fault = Mutex<String?>("never ended")
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      do {
        let programme = try Shop.open(database)
        if act == "channel map" {
          var content = ListingContent()
          try content.add(parsing: "BC01")
          _ = try programme.listings.map("NONE", of: "douyin", to: content)
        } else {
          _ = try programme.imports.undo(1)
        }
        fault.withLock { $0 = nil }
      } catch {
        fault.withLock { $0 = "\(error)" }
      }
      done.signal()
    }
    for _ in 0..<300 {
      let waits = try shop.sql().execute(
        """
        SELECT count(*) > 0 FROM pg_stat_activity
        WHERE wait_event_type = 'Lock' AND datname = current_database()
        """)
      if waits.first?.text(0) == "t" { break }
      usleep(20_000)
    }
    let number = try first.execute("SELECT nextval('posting_number')").single()
    try first.run(script: "COMMIT")
    #expect(done.wait(timeout: .now() + 60) == .success)
    #expect(fault.withLock { $0 } == nil)
    let later = try shop.sql().execute(
      "SELECT posting_id FROM posting WHERE command = \(act)"
    ).single()
    #expect(try later.decode(Int64.self) > number.decode(Int64.self))
    let violations = try shop.violations()
    #expect(violations == [])
  }

  @Test func `what a channel ships from stays while something posts for its platform`() throws {
    let shop = try Shop()
    let (first, second) = (try shop.sql(), try shop.sql())
    try first.run(script: "BEGIN; SELECT lock_platform('supermarket/any/sheet')")
    let change = "UPDATE channel SET ships_from = NULL WHERE code = "
    try second.run(script: "SET lock_timeout = '50ms'; \(change) 'douyin'")
    let waited = refusal { try second.run(script: change + "'supermarket'") }
    #expect(waited?.contains("lock timeout") == true, "\(waited ?? "not at all")")
  }
}
