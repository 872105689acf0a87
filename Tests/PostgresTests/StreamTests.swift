import Postgres
import TestSupport
import Testing

@Suite struct StreamTests {
  let database: Connection

  init() throws { database = try Connection(TestServer.shared.conninfo(database: "postgres")) }

  private func sum(of query: Query) throws -> (rows: Int, sum: Int64) {
    var sum: Int64 = 0
    let rows = try database.forEachRow(of: query) { row in sum += try row.value(0) }
    return (rows, sum)
  }

  @Test func `rows come one by one, and the session goes on`() throws {
    let found = try sum(of: "SELECT n FROM generate_series(1, \(100_000)::bigint) AS n")
    #expect(found.rows == 100_000 && found.sum == 5_000_050_000)
    #expect(try sum(of: "SELECT 1::bigint WHERE false").rows == 0)
    #expect(try database.execute("SELECT 7").single().decode(Int.self) == 7)
  }

  @Test func `an error of the server after some rows is thrown, and the session goes on`() throws {
    let error = #expect(throws: PostgresError.self) {
      try sum(of: "SELECT 10 / (5000 - n) FROM generate_series(1, 9000::bigint) AS n")
    }
    #expect(error?.sqlState == "22012")
    let wrong = #expect(throws: PostgresError.self) { try sum(of: "SELECT nothing") }
    #expect(wrong?.sqlState == "42703")
    #expect(try database.execute("SELECT 7").single().decode(Int.self) == 7)
  }

  @Test func `an error of the receiver ends the statement, and the session goes on`() throws {
    struct Refusal: Error {}
    var seen = 0
    #expect(throws: Refusal.self) {
      try database.forEachRow(of: "SELECT pg_sleep(0) FROM generate_series(1, 100000000)") { _ in
        seen += 1
        if seen == 3 { throw Refusal() }
      }
    }
    #expect(seen == 3)
    #expect(try database.execute("SELECT 7").single().decode(Int.self) == 7)
  }

  @Test func `a value that does not fit names its column`() throws {
    let error = #expect(throws: PostgresError.self) {
      try database.forEachRow(of: "SELECT 1, 'x' AS what") { row in
        let number: Int64 = try row.value(0)
        let wrong: Int64 = try row.value(1)
        #expect(number == wrong)
      }
    }
    #expect(error?.message == "column 2 (what): x is not a Int64")
  }
}
