import Foundation
import Postgres
import TestSupport
import Testing

/// What the schema's functions and views are like, whatever they do.
@Suite struct SchemaTests {
  private let shop: Shop
  private let sql: Connection

  init() throws {
    shop = try Shop()
    sql = try shop.sql()
  }

  @Test func `every function and view says in the database what it is`() throws {
    let silent = try sql.execute(
      """
      SELECT p.oid::regprocedure::text FROM pg_proc p
      WHERE p.pronamespace = 'pengshui'::regnamespace AND obj_description(p.oid, 'pg_proc') IS NULL
      UNION ALL
      SELECT c.oid::regclass::text FROM pg_class c
      WHERE c.relnamespace = 'pengshui'::regnamespace AND c.relkind = 'v'
        AND obj_description(c.oid, 'pg_class') IS NULL
      """)
    #expect(silent.map { $0.text(0) } == [])
  }

  @Test func `what a function refuses itself stands in its comment, and nothing else does`() throws
  {
    let functions = try sql.execute(
      """
      SELECT p.proname::text, p.prosrc, coalesce(obj_description(p.oid, 'pg_proc'), '') FROM pg_proc p
      WHERE p.pronamespace = 'pengshui'::regnamespace AND p.proname <> 'refuse'
      """
    ).map { try $0.decode((String, String, String).self) }
    #expect(functions.count > 100)
    for (name, body, comment) in functions {
      let said = comment.matches(of: /Raises ([a-z_, ]+)\./).flatMap {
        $0.1.split(separator: ", ").map(String.init)
      }
      #expect(Set(said) == Self.codes(of: body), "\(name)")
    }
  }

  /// The codes that a function's text names in `refuse(…)`, or raises itself.
  private static func codes(of body: String) -> Set<String> {
    var codes: Set<String> = []
    for call in body.matches(of: /refuse\(\s*((?:'[a-z_]+')|(?:CASE[\s\S]*?END))/) {
      for code in call.1.matches(of: /(?:^|THEN\s+|ELSE\s+)'([a-z_]+)'/) {
        codes.insert(String(code.1))
      }
    }
    for raised in body.matches(of: /MESSAGE = '([a-z_]+)'/) { codes.insert(String(raised.1)) }
    return codes
  }

  @Test func `plpgsql_check finds no fault`() throws {
    let available = try sql.execute(
      "SELECT count(*) FROM pg_available_extensions WHERE name = 'plpgsql_check'"
    ).single().decode(Int.self)
    if available == 0 { return }
    try sql.execute("CREATE EXTENSION plpgsql_check SCHEMA public")
    let faults = try sql.execute(
      """
      SELECT concat_ws(' ', p.proname, c.lineno, c.level, c.message, c.detail)
      FROM pg_proc p
      JOIN pg_language l ON l.oid = p.prolang AND l.lanname = 'plpgsql'
      LEFT JOIN (SELECT DISTINCT ON (t.tgfoid) t.tgfoid, t.tgrelid FROM pg_trigger t WHERE NOT t.tgisinternal) t
        ON t.tgfoid = p.oid
      CROSS JOIN LATERAL public.plpgsql_check_function_tb(p.oid, relid => coalesce(t.tgrelid, 0),
        extra_warnings => true, performance_warnings => false, compatibility_warnings => false) c
      WHERE p.pronamespace = 'pengshui'::regnamespace
        AND (p.prorettype <> 'trigger'::regtype OR t.tgrelid IS NOT NULL)
      """)
    #expect(faults.map { $0.text(0) } == [])
  }

  @Test(arguments: Release.all)
  func `a schema that was upgraded is as one that was made anew`(release: Release) throws {
    let database = try release.restore()
    defer { try? TestServer.shared.drop(database: database) }
    _ = try Release.setUp(database)
    let upgraded = try dump(database)
    let made = try dump(shop.database)
    #expect(made.count > 1000)
    #expect(upgraded.difference(from: made).map { "\($0)" } == [])
  }

  /// The lines of the schema as pg_dump writes it, without the months' partitions.
  private func dump(_ database: String) throws -> [String] {
    let folder = try sql.execute("SELECT setting FROM pg_config WHERE name = 'BINDIR'").single()
      .text(0)
    let process = Process()
    process.executableURL = URL(filePath: try #require(folder) + "/pg_dump")
    process.arguments = [
      "--schema-only", "--schema=pengshui", "--exclude-table=pengshui.document_2*",
      "--exclude-table=pengshui.line_2*",
      "--dbname=" + TestServer.shared.conninfo(database: database),
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("--") && !$0.hasPrefix("\\") }
      .map { $0.replacing(/[()]/, with: "") }  // which a dump that was restored has otherwise
  }
}
