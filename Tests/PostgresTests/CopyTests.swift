import Postgres
import TestSupport
import Testing

@Suite struct CopyTests {
  let database: Connection

  init() throws {
    database = try Connection(TestServer.shared.conninfo(database: "postgres"))
    try database.run(script: "CREATE TEMPORARY TABLE t (n int, name text)")
  }

  private var count: Int {
    get throws { try database.execute("SELECT count(*) FROM t").single().decode(Int.self) }
  }

  @Test func `blocks may end anywhere`() throws {
    let bytes = Array("1,苹果\n2,\"a,\"\"b\"\n3,\n".utf8)
    let arrived = try database.copyIn(into: "COPY t FROM STDIN (FORMAT csv)") { writer in
      try writer.write(bytes[..<4])
      try writer.write(Array(bytes[4..<7]))
      try writer.write(bytes.span.extracting(7...))
    }
    #expect(arrived == 3)
    let names = try database.execute("SELECT name FROM t ORDER BY n").map {
      try $0.decode(String?.self)
    }
    #expect(names == ["苹果", "a,\"b", nil])
  }

  @Test func `half a million rows go through`() throws {
    let block = Array(String(repeating: "1\tapple\n", count: 10_000).utf8)
    let arrived = try database.copyIn(into: "COPY t FROM STDIN") { writer in
      for _ in 1...50 { try writer.write(block) }
    }
    #expect(arrived == 500_000)
  }

  @Test func `an error of the sender ends the copy and nothing is kept`() throws {
    #expect(throws: Refusal.self) {
      try database.copyIn(into: "COPY t FROM STDIN") { writer in
        try writer.write(Array("1\tapple\n".utf8))
        throw Refusal()
      }
    }
    #expect(try count == 0)
  }

  @Test func `a bad row is refused with its line, and the session goes on`() throws {
    let error = #expect(throws: PostgresError.self) {
      try database.copyIn(into: "COPY t FROM STDIN") { writer in
        try writer.write(Array("1\tapple\nx\tpear\n".utf8))
      }
    }
    #expect(error?.sqlState == "22P02")
    #expect(error?.context == "COPY t, line 2, column n: \"x\"")
    #expect(try count == 0)
  }

  @Test func `rows come out as the server formats them`() throws {
    var text: [UInt8] = []
    let sent = try database.copyOut("COPY (SELECT g, NULL FROM generate_series(1, 3) g) TO STDOUT")
    { row in
      for index in row.indices { text.append(row[index]) }
    }
    #expect(sent == 3)
    #expect(String(decoding: text, as: UTF8.self) == "1\t\\N\n2\t\\N\n3\t\\N\n")
  }

  @Test func `an error of the receiver stops the server`() throws {
    #expect(throws: Refusal.self) {
      try database.copyOut("COPY (SELECT generate_series(1, 100000000)) TO STDOUT") { _ in
        throw Refusal()
      }
    }
    #expect(try count == 0)
  }

  @Test func `what is not a copy is refused, and a failure half-way is told`() throws {
    #expect(throws: PostgresError.self) { try database.copyIn(into: "SELECT 1") { _ in } }
    #expect(throws: PostgresError.self) { try database.copyIn(into: "COPY t TO STDOUT") { _ in } }
    #expect(throws: PostgresError.self) { try database.copyOut("COPY t FROM STDIN") { _ in } }
    #expect(throws: PostgresError.self) { try database.execute("COPY t FROM STDIN") }
    let error = #expect(throws: PostgresError.self) {
      try database.copyOut("COPY (SELECT 1 / (3 - generate_series(1, 5))) TO STDOUT") { _ in }
    }
    #expect(error?.sqlState == "22012")
    #expect(try count == 0)
  }
}

private struct Refusal: Error {}
