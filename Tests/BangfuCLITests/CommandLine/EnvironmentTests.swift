import Glibc
import Postgres
import TestSupport
import Testing

/// Variables that say what has no meaning are named; those that do not count change nothing.
@Suite struct EnvironmentTests {
  private let shop: CounterShop
  private let conninfo: String
  init() throws {
    shop = try CounterShop()
    conninfo =
      "host=\(TestServer.shared.cluster.socketFolder) user=bangfu dbname=\(shop.database)"
  }

  /// The program with other variables before it, which go before those of the shop.
  private func run(_ variables: String, _ command: String) throws -> CounterShop.Run {
    let program = shop.program.split(separator: " ").last ?? ""
    return try shop.shell(
      """
      export LC_ALL=C BANGFU_HOME=$PWD 'BANGFU_DATABASE=\(conninfo)'
      export \(variables)
      timeout -s KILL 60 \(program) \(command) </dev/null
      """)
  }

  @Test(arguments: [
    ("PGTZ=nonsense", "status"), ("PGDATESTYLE=nonsense", "status"),
    ("PGOPTIONS=nonsense", "status"), ("PGOPTIONS='-c nonsense=1'", "status"),
    ("PGOPTIONS='-c work_mem=nonsense'", "status"), ("PGPORT=nonsense", "status"),
    ("PGPORT=99999", "status"), ("PGPORT=1", "status"), ("PGCONNECT_TIMEOUT=nonsense", "status"),
    ("PGSSLMODE=nonsense", "status"), ("PGSERVICE=nonsense", "status"),
    ("PGTARGETSESSIONATTRS=nonsense", "status"), ("BANGFU_DATABASE=nonsense", "status"),
    ("BANGFU_DATABASE='hots=x'", "status"), ("BANGFU_DATABASE='host=/tmp sslmode=x'", "status"),
    ("BANGFU_DATABASE='host=/tmp port=x'", "status"),
    ("BANGFU_DATABASE= BANGFU_HOME=/dev/null", "setup"),
    ("BANGFU_DATABASE= BANGFU_HOME=/dev/null", "status"),
    ("BANGFU_PROFILES=/nowhere", "import in"),
    ("BANGFU_PROFILES=/dev/null", "channel profile list"),
    ("BANGFU_ASK_BEFORE=nonsense", "order enter --line BC01:1 --tender cash:128"),
  ])
  func `a variable that is wrong is named`(_ variables: String, _ command: String) throws {
    let run = try run(variables, command)
    let wrong =
      variables.split(separator: " ").last { $0.hasPrefix("BANGFU_") || $0.hasPrefix("PG") }
    let name = wrong?.prefix { $0 != "=" } ?? "?"
    #expect(run.status == 69 || run.status == 65 || run.status == 64, "\(run)")
    #expect(run.words.contains(name), "\(run.words)")
    if variables.contains("hots") { #expect(run.words.contains("\"hots\""), "\(run.words)") }
  }

  @Test func `what does not count for the private server does no harm`() throws {
    let program = "timeout -s KILL 60 \(shop.program.split(separator: " ").last ?? "")"
    let run = try run(
      "BANGFU_DATABASE= BANGFU_HOME=$PWD/home PGPORT=x PGSSLMODE=x PGOPTIONS=x PGCONNECT_TIMEOUT=x PGHOST=x",
      "setup; echo $?; PGTZ=nonsense \(program) status; echo $?; \(program) server stop")
    #expect(run.slips == "0\n69\n", "\(run)")
    #expect(run.words.contains("PGTZ is wrong: TimeZone cannot be \"nonsense\""), "\(run.words)")
  }

  @Test func `a password is never shown`() throws {
    for text in ["host=/tmp password=se cret", "postgresql://li:secret@[x/db", "user=li secret"] {
      let run = try run("'BANGFU_DATABASE=\(text)'", "status")
      #expect(run.status == 69, "\(run)")
      #expect(!run.words.contains("cret"), "\(run.words)")
    }
  }

  @Test func `what initdb says goes into the log, and where that is is told`() throws {
    let tools = "/tmp/bangfu-tools-\(getpid())"
    let run = try run(
      "BANGFU_DATABASE= BANGFU_HOME=\(tools)/home PATH=\(tools):$PATH",
      """
      status; mkdir -p \(tools); chmod 755 \(tools)
      printf '#!/bin/sh\necho postgres 99.1\n' >\(tools)/postgres
      printf '#!/bin/sh\necho "initdb: Fehler: so nicht"; exit 1\n' >\(tools)/initdb
      chmod 755 \(tools)/postgres \(tools)/initdb
      \(shop.program.split(separator: " ").last ?? "") setup; status=$?
      cat \(tools)/home/server.log; rm -rf \(tools); exit $status
      """)
    #expect(run.status == 69, "\(run)")
    #expect(run.words.contains("server.log") && !run.words.contains("Fehler"), "\(run.words)")
    #expect(run.slips.contains("Fehler: so nicht"))
  }

  @Test func `profiles of one name, and what is no file among them, are named and not waited for`()
    throws
  {
    let run = try run(
      "BANGFU_PROFILES=$PWD/own",
      """
      status >/dev/null; mkdir own own/folder.toml; mkfifo own/fifo.toml; ln -s /dev/zero own/device.toml
      truncate -s 3G own/huge.toml; ln -s nowhere own/gone.toml
      printf 'name = "ours"\nlike = "douyin-orders"\n' | tee own/a.toml own/b.toml >own/other.txt
      for try in "list" "show ours"; do
        timeout -s KILL 60 \(shop.program.split(separator: " ").last ?? "") channel profile $try >list; echo $?
      done
      grep -c ours list
      """)
    #expect(run.slips == "0\n65\n0\n", "\(run)")
    for name in [
      "folder.toml", "fifo.toml", "device.toml", "huge.toml", "gone.toml", "a.toml, b.toml",
    ] {
      #expect(run.words.contains(name), "\(name): \(run.words)")
    }
  }
}
