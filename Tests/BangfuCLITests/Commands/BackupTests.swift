import FoundationEssentials
import Glibc
import Postgres
import TestSupport
import Testing

/// Backups: written whole or not at all, for nobody else, verified, and restored so that nothing half-made stays.
@Suite struct BackupTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  private func mode(_ file: String) -> String {
    ((try? shop.shell("stat -c %a \(file)"))?.slips ?? "").filter { $0.isNumber }
  }

  /// Runs the program on another database of the test server.
  private func program(on database: String) -> String {
    shop.program.replacing(
      "dbname='\\''\(shop.database)'\\''", with: "dbname='\\''\(database)'\\''")
  }

  private func withDatabase(_ body: (String) throws -> Void) throws {
    let database = try TestServer.shared.createDatabase()
    defer { try? TestServer.shared.drop(database: database) }
    try body(database)
  }

  private func schemas(_ database: String) throws -> [String] {
    try Connection(TestServer.shared.conninfo(database: database)).execute(
      "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg%' AND nspname NOT IN ('public', 'information_schema')"
    ).compactMap { $0.text(0) }
  }

  @Test func `a backup is nobody else's, and none is replaced unasked`() throws {
    #expect(try shop.shell("umask 022; \(shop.program) backup create b.dump").status == 0)
    #expect(mode("b.dump") == "600")
    let again = try shop.shell("\(shop.program) backup create b.dump")
    #expect(again.status == 65 && again.words.contains("b.dump already"), "\(again.words)")
    #expect(try shop.shell("\(shop.program) backup create b.dump --replace").status == 0)
    #expect(mode("b.dump") == "600")
    for name in ["''", "-", "''/"] {
      #expect(try shop.shell("\(shop.program) backup create \(name)").status != 0, "\(name)")
    }
    #expect(try shop.shell("ls -A | grep -c part").slips == "0\n")
  }

  @Test func `a backup that fails or is killed leaves the one of its name, and nothing beside it`()
    throws
  {
    _ = try shop.shell("\(shop.program) backup create b.dump; cp b.dump copy")
    let other = try shop.shell("\(shop.program) backup create b.dump --replace --programme nobody")
    #expect(other.status == 69)
    let killed = try shop.shell(
      """
      for wait in 0.01 0.03 0.05 0.08 0.1; do
        \(shop.program) backup create b.dump --replace & sleep $wait; kill -9 $!; wait $!
      done
      sleep 0.5
      \(shop.program) backup verify b.dump >/dev/null && echo verified
      \(shop.program) backup create c.dump
      \(shop.program) backup create b.dump --replace
      ls -A | grep -c part
      """)
    #expect(killed.slips == "verified\n0\n", "\(killed.words)")
  }

  @Test func `a password is in no argument of another program`() throws {
    let secret = "geheim\(UInt32.random(in: 0 ... .max))"
    let program = shop.program.replacing(
      "BANGFU_DATABASE=", with: "BANGFU_DATABASE=password=\(secret) ")
    let run = try shop.shell(
      """
      \(program) backup create b.dump & it=$!
      seen=0
      while kill -0 $it 2>/dev/null; do
        cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' | grep -q "^dbname.*" && looked=1
        for process in $(pgrep -f pg_dump); do
          tr '\\0' ' ' </proc/$process/cmdline 2>/dev/null | grep -v "env " | grep -q '\(secret)' && seen=1
        done
      done
      wait $it; echo $? $seen
      """)
    #expect(run.slips == "0 0\n", "\(run.slips) \(run.words)")
  }

  @Test func `a backup is verified against what is there, and one that lost something is told`()
    throws
  {
    _ = try shop.shell("\(shop.program) order enter --line HS03:1 --tender cash:100")
    let run = try shop.shell(
      "\(shop.program) backup create b.dump; \(shop.program) backup verify b.dump --format csv")
    #expect(run.status == 0 && run.slips.contains("document,1,1"), "\(run.slips) \(run.words)")
    // Sales after it do not matter; one that it has and that is gone does.
    _ = try shop.shell("\(shop.program) order enter --line HS03:1 --tender cash:100")
    #expect(try shop.shell("\(shop.program) backup verify b.dump").status == 0)
    let sql = try Connection(TestServer.shared.conninfo(database: shop.database))
    try sql.run(
      script: """
        SET search_path = pengshui; SET session_replication_role = replica;
        DELETE FROM document WHERE document_id = (SELECT min(document_id) FROM document)
        """)
    #expect(try shop.shell("\(shop.program) backup verify b.dump").status == 1)
    // One whose facts contradict each other.
    try sql.run(script: "UPDATE stock_on_hand SET quantity = quantity + 1")
    let broken = try shop.shell(
      "\(shop.program) backup create c.dump; \(shop.program) backup verify c.dump")
    #expect(broken.status == 1 && broken.slips.contains("stock_is_moves"))
    // Other tests verify on the same server: theirs go, too.
    let scratches: Query = "SELECT FROM pg_database WHERE datname LIKE 'bangfu\\_verify%'"
    for _ in 0..<240 {
      if try sql.execute(scratches).isEmpty { break }
      usleep(250_000)
    }
    #expect(try sql.execute(scratches).isEmpty)
    let rubbish = try shop.shell("echo rubbish >r.dump; \(shop.program) backup verify r.dump")
    #expect(
      rubbish.status == 65 && rubbish.words.contains("r.dump is no backup"), "\(rubbish.words)")
  }

  @Test func `a backup of another programme, or of a newer program, is refused and nothing stays`()
    throws
  {
    try withDatabase { database in
      _ = try shop.shell("\(shop.program) backup create b.dump")
      let other = try shop.shell("\(program(on: database)) backup restore b.dump --programme other")
      #expect(other.status != 0 && other.words.contains("other"))
      #expect(try schemas(database) == [])

      let sql = try Connection(TestServer.shared.conninfo(database: shop.database))
      try sql.run(
        script: """
          SET search_path = pengshui;
          INSERT INTO schema_migration (number, name, checksum) VALUES (9999, '9999_to_come', 'x')
          """)
      _ = try shop.shell("\(shop.program) backup create newer.dump")
      let newer = try shop.shell("\(program(on: database)) backup restore newer.dump")
      #expect(newer.status == 69 && newer.words.contains("9999"))
      #expect(try schemas(database) == [])
    }
  }

  @Test
  func `a backup of another bangfu of this version, and an older one, are brought up to date`()
    throws
  {
    try withDatabase { database in
      let sql = try Connection(TestServer.shared.conninfo(database: shop.database))
      try sql.run(
        script: "SET search_path = pengshui; UPDATE schema_state SET digest = 'of another'")
      let run = try shop.shell(
        """
        \(shop.program) stock list; \(shop.program) status --format json; \(shop.program) backup create b.dump
        \(program(on: database)) backup restore b.dump >/dev/null && \(program(on: database)) stock list >/dev/null
        """)
      #expect(run.status == 0 && run.slips.contains("\"schema_known\""), "\(run.words)")
    }
  }

  @Test func `a restore that is killed leaves nothing running and nothing half-made`() throws {
    try withDatabase { database in
      _ = try shop.shell("\(shop.program) backup create b.dump")
      for wait in ["0.02", "0.1", "0.2", "0.3", "0.4"] {
        _ = try shop.shell(
          "\(program(on: database)) backup restore b.dump & sleep \(wait); kill -9 $!; wait $!; sleep 0.7"
        )
        let left = try Connection(TestServer.shared.conninfo(database: "postgres")).execute(
          "SELECT FROM pg_stat_activity WHERE datname = \(database)")
        #expect(left.isEmpty)
        guard try schemas(database) != [] else { continue }
        // It had been committed: then it is whole, and set-up brings it up to date.
        let whole = try shop.shell(
          "\(program(on: database)) setup; \(program(on: database)) check >/dev/null")
        #expect(whole.status == 0, "\(whole.words)")
        break
      }
      #expect(try shop.shell("pgrep -f 'pg_restore.*\(database)' | wc -l").slips == "0\n")
    }
  }

  @Test func `set-up backs an older schema up before it upgrades, and keeps three`() throws {
    try withDatabase { database in
      let script = try String(
        contentsOfFile: Repository.path + "/Tests/BangfuTests/Schema/Releases/schema-11.sql",
        encoding: .utf8)
      for round in 1...4 {
        let sql = try Connection(TestServer.shared.conninfo(database: database))
        try sql.run(script: "DROP SCHEMA IF EXISTS pengshui CASCADE")
        try sql.run(script: script)
        let older = try shop.shell(
          """
          \(program(on: database)) status --format csv && \(program(on: database)) backup create older\(round).dump
          """)
        #expect(older.status == 0 && older.slips.contains("schema,11"), "\(older.words)")
        #expect(older.words.contains("run bangfu setup"))
        let up = try shop.shell("\(program(on: database)) setup; sleep 1.1")
        #expect(up.status == 0 && up.words.contains("backups/pengshui-before-"), "\(up.words)")
      }
      #expect(try shop.shell("ls backups | wc -l").slips == "3\n")
      #expect(mode("backups/*") == "600600600" && mode("backups") == "700")
      // And the way back: what was backed up is the older release's.
      try withDatabase { empty in
        let back = try shop.shell(
          "\(program(on: empty)) backup restore older1.dump; \(program(on: empty)) agreement list --format csv | wc -l"
        )
        #expect(back.slips.hasSuffix("5\n"), "\(back.slips) \(back.words)")
      }
    }
  }
}
