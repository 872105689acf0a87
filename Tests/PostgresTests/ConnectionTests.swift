import Postgres
import Testing
import TestSupport

@Suite struct ConnectionTests {
  let database: Connection

  init() throws { database = try Connection(TestServer.shared.conninfo(database: "postgres")) }

  @Test func `a value interpolated into a query travels as a parameter`() throws {
    let name = "O'Brien 苹果 \\ \" $1"
    let none: String? = nil
    let rows = try database.execute(
      "SELECT \(name)::text AS name, \(42)::bigint AS pieces, \(none)::text, \(true)::boolean")
    #expect(rows.columnNames == ["name", "pieces", "text", "bool"])
    let row = try rows.single()
    let (text, number, missing, yes) = try row.decode((String, Int64, String?, Bool).self)
    #expect(text == name)
    #expect(number == 42)
    #expect(missing == nil)
    #expect(yes)
    #expect(row.text(0) == name)
    #expect(row.text(2) == nil)
  }

  @Test func `a failed statement names its condition`() throws {
    let error = #expect(throws: PostgresError.self) { try database.execute("SELECT 1/0") }
    #expect(error?.sqlState == "22012")
    #expect(error?.origin == .server)
    #expect(error?.isConnectionLoss == false)
    #expect(error?.description == "division by zero [22012]")
  }

  @Test func `a null where a value is due says which column`() throws {
    let error = #expect(throws: PostgresError.self) {
      _ = try database.execute("SELECT NULL AS qty")[0].decode(Int.self)
    }
    #expect(error?.message == "column 1 (qty): NULL is not a Int")
  }

  @Test func `more columns than the row has are refused`() throws {
    let error = #expect(throws: PostgresError.self) {
      _ = try database.execute("SELECT 1")[0].decode((Int, Int).self)
    }
    #expect(error?.message == "column 2: the row has 1 columns")
  }

  @Test func `a text with a NUL in it is refused, not cut off`() throws {
    let error = #expect(throws: PostgresError.self) {
      try database.execute("SELECT \("apple\0pie")::text")
    }
    #expect(error?.sqlState == "22021")
  }

  @Test func `single refuses none and many`() throws {
    #expect(throws: PostgresError.self) { try database.execute("SELECT 1 WHERE false").single() }
    #expect(throws: PostgresError.self) {
      try database.execute("SELECT generate_series(1, 2)").single()
    }
  }

  @Test func `a prepared statement is prepared once and run often`() throws {
    for value in 1...3 {
      try database.prepare("twice", "SELECT $1::bigint * 2, $2::text")
      let rows = try database.execute(prepared: "twice", value, "苹果")
      #expect(try rows.single().decode((Int, String).self) == (value * 2, "苹果"))
    }
    let rows = try database.execute(prepared: "twice", values: ["4", nil])
    #expect(try rows.single().decode((Int, String?).self) == (8, nil))
  }

  @Test func `a violated constraint is named, with its table`() throws {
    try database.run(
      script: """
        CREATE TEMPORARY TABLE box (pieces int CONSTRAINT box_pieces_positive CHECK (pieces > 0));
        """)
    let error = #expect(throws: PostgresError.self) {
      try database.execute("INSERT INTO box VALUES (\(0))")
    }
    #expect(error?.sqlState == "23514")
    #expect(error?.constraint == "box_pieces_positive")
    #expect(error?.table == "box")
    #expect(error?.detail == "Failing row contains (0).")
  }

  @Test func `a constraint that Citus names only in the message is found there`() throws {
    let error = #expect(throws: PostgresError.self) {
      try database.run(
        script: """
          DO $$ BEGIN RAISE EXCEPTION 'new row for relation "line_102080" violates check constraint'
          ' "line_quantity_positive_102080"' USING ERRCODE = '23514'; END $$
          """)
    }
    #expect(error?.constraint == "line_quantity_positive")
  }

  @Test func `names and texts are quoted whatever they hold`() throws {
    let name = "a \"b\" 表 \u{301}"
    let text = "it's \\ '' 苹果'\u{301}"
    try database.execute("CREATE TEMPORARY TABLE t (\(identifier: name) text)")
    try database.execute(
      "INSERT INTO t (\(unescaped: database.quote(identifier: name))) VALUES (\(text))")
    let query = Query(
      unsafeSQL: "SELECT * FROM t WHERE \(database.quote(literal: text)) = $1", values: [text])
    let rows = try database.execute(query)
    #expect(rows.columnNames == [name])
    #expect(try rows.single().decode(String.self) == text)
  }

  @Test func `a connection that cannot be made says why`() {
    let error = #expect(throws: PostgresError.self) { _ = try Connection("host=/nowhere") }
    #expect(error?.message.contains("No such file") == true)
    #expect(error?.isConnectionLoss == true)
    #expect(error?.sqlState == nil)
  }

  @Test func `a refused connection has the code of the refusal`() {
    let error = #expect(throws: PostgresError.self) {
      _ = try Connection(TestServer.shared.conninfo(database: "absent"))
    }
    #expect(error?.sqlState == "3D000")
    #expect(error?.isConnectionLoss == true)
    #expect(error?.message.hasSuffix("FATAL:  database \"absent\" does not exist") == true)
  }

  @Test func `a session has the settings that decoding relies on`() throws {
    let server = TestServer.shared.conninfo(database: "postgres")
    let other = try Connection(
      "\(server) options='-c DateStyle=German,DMY' client_encoding=LATIN1",
      applicationName: "try")
    let row = try other.execute(
      "SELECT date '2024-02-29', '中'::text, current_setting('application_name')"
    ).single()
    #expect(try row.decode((String, String, String).self) == ("2024-02-29", "中", "try"))
  }

  @Test func `a session ended by the server is a lost connection`() throws {
    let mine = try database.execute("SELECT pg_backend_pid()").single().decode(Int.self)
    let other = try Connection(TestServer.shared.conninfo(database: "postgres"))
    try other.execute("SELECT pg_terminate_backend(\(mine))")
    let error = #expect(throws: PostgresError.self) { try database.execute("SELECT 1") }
    #expect(error?.isConnectionLoss == true)
    #expect(!database.isOpen)
  }
}
