import Bangfu
import Dispatch
import Glibc
import Postgres
import Synchronization
import Testing

@Suite struct LocationTests {
  @Test func `of two that make theirs the default location the second waits for the first`() throws
  {
    let shop = try Shop()
    let database = shop.database
    let (first, other) = (try shop.sql(), try shop.sql())
    try first.run(
      script: """
        BEGIN; UPDATE location SET is_default = false WHERE is_default;
        INSERT INTO location (code, name, kind, is_default) VALUES ('first', '门店', 'shop', true)
        """)
    let fault = Mutex<String?>("never ended")
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      do {
        var location = LocationDraft(code: "second")
        location.name = "门店"
        location.isDefault = true
        try Shop.open(database).locations.add(location)
        fault.withLock { $0 = nil }
      } catch {
        fault.withLock { $0 = "\(error)" }
      }
      done.signal()
    }
    for _ in 0..<300 {
      let waits = try other.execute(
        """
        SELECT count(*) > 0 FROM pg_stat_activity
        WHERE wait_event_type = 'Lock' AND datname = current_database()
        """)
      if waits.first?.text(0) == "t" { break }
      usleep(20_000)
    }
    try first.run(script: "COMMIT")
    #expect(done.wait(timeout: .now() + 60) == .success)
    #expect(fault.withLock { $0 } == nil)
    let row = try other.execute("SELECT string_agg(code, ' ') FROM location WHERE is_default")
    #expect(row.first?.text(0) == "second")
  }
}
