import Postgres
import TestSupport
import Testing

@Suite struct TransactionTests {
  let database: Connection

  init() throws {
    database = try Connection(TestServer.shared.conninfo(database: "postgres"))
    try database.run(script: "CREATE TEMPORARY TABLE t (n int UNIQUE)")
  }

  private var rows: [Int] {
    get throws {
      try database.execute("SELECT n FROM t ORDER BY n").map { try $0.decode(Int.self) }
    }
  }

  @Test func `what returns is kept, what throws is not`() throws {
    try database.transaction { try database.execute("INSERT INTO t VALUES (1)") }
    #expect(throws: Refusal.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (2)")
        throw Refusal()
      }
    }
    #expect(try rows == [1])
    #expect(!database.isInTransaction)
  }

  @Test func `an error swallowed inside does not pass for a commit`() throws {
    let error = #expect(throws: PostgresError.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (1)")
        _ = try? database.execute("INSERT INTO t VALUES (1)")
      }
    }
    #expect(error?.sqlState == "25P02")
    #expect(try rows == [])
  }

  @Test func `a transaction inside another is refused`() throws {
    let error = #expect(throws: PostgresError.self) {
      try database.transaction { try database.transaction {} }
    }
    #expect(error?.sqlState == "25001")
    #expect(!database.isInTransaction)
  }

  @Test(arguments: ["40001", "40P01"])
  func `a transaction that lost to another is run again`(state: String) throws {
    var runs = 0
    try database.transaction {
      runs += 1
      try database.execute("INSERT INTO t VALUES (\(runs))")
      if runs < 3 { try fail(with: state) }
    }
    #expect(try rows == [3])
  }

  @Test func `it is run five times at most, and once when asked`() throws {
    var runs = 0
    let lose: () throws -> Void = {
      runs += 1
      try fail(with: "40001")
    }
    let error = #expect(throws: PostgresError.self) {
      try database.transaction(.serializable, lose)
    }
    #expect(error?.isRetryable == true)
    #expect(runs == 5)
    #expect(throws: PostgresError.self) { try database.transaction(tries: 1, lose) }
    #expect(runs == 6)
  }

  @Test func `other errors are not tried again`() throws {
    var runs = 0
    #expect(throws: PostgresError.self) {
      try database.transaction {
        runs += 1
        try fail(with: "57014")
      }
    }
    #expect(runs == 1)
  }

  private func fail(with state: String) throws {
    try database.run(
      script: "DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '\(state)'; END $$")
  }
}

private struct Refusal: Error {}
