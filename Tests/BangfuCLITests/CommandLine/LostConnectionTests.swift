import FoundationEssentials
import Glibc
import Postgres
import TestSupport
import Testing

/// The database goes away while a command is at work.
@Suite struct LostConnectionTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// Starts a command that goes on by itself, and is killed where it hangs; `finish` has its status.
  private func start(_ command: String) throws {
    _ = try shop.shell("{ timeout -s KILL 60 \(command) >said 2>words; echo $? >status; } &")
  }

  private func finish() throws -> (status: String, words: String) {
    for _ in 0..<600 {
      let status = shop.read("status")
      if status.hasSuffix("\n") { return (String(status.dropLast()), shop.read("words")) }
      usleep(100_000)
    }
    return ("hangs", shop.read("words"))
  }

  /// Waits until a query answers true, half a minute at most.
  private func wait(_ database: Connection, until query: Query) throws {
    for _ in 0..<300 {
      if try database.execute(query).single().text(0) == "t" { return }
      usleep(20_000)
    }
    Issue.record("nothing waits: \(shop.read("words"))")
  }

  private func lock(_ database: Connection) throws {
    try database.run(
      script: "BEGIN; LOCK TABLE pengshui.product, pengshui.posting, pengshui.daily_document")
  }

  @Test(arguments: [
    "order enter --line BC01:1 --tender cash:128", "stock receive BC01 1",
    "report monthly 2026-10", "check", "product list --output p.csv",
    "location change shop --name x", "import a.csv --channel pinduoduo",
    "order enter - --format json <orders", "backup create b.dump",
  ])
  func `a command whose session is ended says so, and to try again`(_ command: String) throws {
    let holder = try Connection(TestServer.shared.conninfo(database: shop.database))
    try shop.write("{\"line\":[\"BC01:1\"],\"tender\":[\"card:128\"]}\n", to: "orders")
    try shop.write(
      "订单号,商品,商品数量(件),商品id,商家编码-规格维度,商家实收金额(元),邮费(元),订单成交时间,订单状态,售后状态\n"
        + "1,茶,1,1,BC01,128,0,2026-10-01 10:00:00,已收货,无售后或售后取消\n", to: "a.csv")
    try lock(holder)
    if command.hasPrefix("location") { try holder.execute("LOCK TABLE pengshui.location") }
    try start("\(shop.program) \(command)")
    let others: Query =
      "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    // In a transaction the server's activity stays as it was first seen.
    let other = try Connection(TestServer.shared.conninfo(database: shop.database))
    try wait(other, until: Query(unsafeSQL: "SELECT count(*) > 0 " + others.sql))
    try other.execute(Query(unsafeSQL: "SELECT pg_terminate_backend(pid) " + others.sql))
    let end = try finish()
    #expect(end.status == "75", "\(end.words)")
    #expect(end.words.contains("the connection to the database was lost"), "\(end.words)")
    #expect(!end.words.contains("administrator"), "\(end.words)")
  }

  @Test func `a stream of orders whose session is ended between two of them ends`() throws {
    let other = try Connection(TestServer.shared.conninfo(database: shop.database))
    try shop.write("{\"line\":[\"BC01:1\"],\"tender\":[\"card:128\"]}\n", to: "orders")
    try shop.write(
      """
      { cat orders; n=0; while [ ! -e go ] && [ $n -lt 600 ]; do sleep 0.05; n=$((n+1)); done; cat orders orders; } \
        | \(shop.program) order enter - --format json
      """, to: "stream")
    try start("sh ./stream")
    try wait(other, until: "SELECT count(*) = 1 FROM pengshui.document")
    try other.execute(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
      """)
    try shop.write("", to: "go")
    let end = try finish()
    #expect(end.status == "75", "\(end.words)")
    #expect(try shop.value("SELECT count(*) FROM document") == "1")
  }

  @Test func `a command whose server goes away in the middle ends`() throws {
    let cluster = Cluster(
      home: shop.folder.path + "/home", settings: ["fsync": "off", "shared_buffers": "16MB"])
    try cluster.start()
    defer {
      _ = try? cluster.stop()
      TestFolder.remove(cluster.socketFolder)
    }
    let binary = shop.program.split(separator: " ").last ?? ""
    let program = "env -u BANGFU_DATABASE -u LC_ALL LANG=C BANGFU_HOME=\(cluster.home) \(binary)"
    let made = try shop.shell("\(program) setup --catalogue pengshui")
    #expect(made.status == 0, "\(made.words)")
    for isKilled in [false, true] {
      let holder = try cluster.connect(database: "bangfu")
      try lock(holder)
      _ = try shop.shell("rm -f status")
      try start("\(program) stock receive BC01 1")
      try wait(
        Connection(cluster.conninfo(database: "bangfu")),
        until: "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
      if isKilled, case .running(let process, _) = try cluster.status() {
        kill(pid_t(process), SIGKILL)
      } else {
        try cluster.stop()
      }
      let end = try finish()
      #expect(end.status == "75", "\(end.words)")
    }
  }
}
