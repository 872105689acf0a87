import Postgres
import TestSupport
import Testing

@Suite struct PipelineTests {
  let database: Connection

  init() throws {
    database = try Connection(TestServer.shared.conninfo(database: "postgres"))
    try database.run(script: "CREATE TEMPORARY TABLE t (n int UNIQUE)")
    try database.prepare("add", "INSERT INTO t VALUES ($1::int) RETURNING n")
  }

  @Test func `outcomes come in the order in which statements were sent`() throws {
    for number in 1...5 { try database.send(prepared: "add", values: [String(number)]) }
    #expect(database.inFlight == 5)
    let numbers = try (1...5).map { _ in try database.receive().single().decode(Int.self) }
    #expect(numbers == [1, 2, 3, 4, 5])
  }

  @Test func `one that fails does not hinder the next`() throws {
    for number in ["1", "1", "2"] { try database.send(prepared: "add", values: [number]) }
    #expect(try database.receive().count == 1)
    let error = #expect(throws: PostgresError.self) { try database.receive() }
    #expect(error?.sqlState == "23505")
    #expect(try database.receive().count == 1)
    let count = try database.execute("SELECT count(*) FROM t").single()
    #expect(try count.decode(Int.self) == 2)
  }

  @Test func `a server that is lost is an error each time`() throws {
    let other = try Connection(TestServer.shared.conninfo(database: "postgres"))
    let own = try database.execute("SELECT pg_backend_pid()").single().decode(Int.self)
    try other.execute("SELECT pg_terminate_backend(\(own))")
    #expect(throws: PostgresError.self) {
      try database.send(prepared: "add", values: ["1"])
      _ = try database.receive()
    }
    #expect(!database.isOpen)
  }
}
