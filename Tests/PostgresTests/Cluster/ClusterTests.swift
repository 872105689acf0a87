import Glibc
import Postgres
import TestSupport
import Testing

@Suite struct ClusterTests {
  let place = ClusterPlace()
  var folder: TestFolder { place.folder }
  var cluster: Cluster { place.cluster }

  private var server: pid_t? {
    get throws {
      guard case .running(let process, _) = try cluster.status() else { return nil }
      return pid_t(process)
    }
  }

  @Test func `a cluster is made, started, asked, stopped and started again`() throws {
    #expect(try cluster.status() == .absent)
    #expect(try cluster.stop() == false)
    #expect(try cluster.createDatabase("苹果 'a' \\ \"b\""))
    #expect(try !cluster.createDatabase("苹果 'a' \\ \"b\""))
    let database = try cluster.connect(database: "苹果 'a' \\ \"b\"")
    let row = try database.execute(
      """
      SELECT current_setting('server_encoding'), current_setting('data_checksums'),
        current_setting('listen_addresses'), current_setting('timezone'), current_user::text
      """
    ).single()
    let settings = try row.decode((String, String, String, String, String).self)
    #expect(settings == ("UTF8", "on", "", "UTC", "bangfu"))
    let first = try server
    try cluster.start()
    #expect(try server == first)
    #expect(try cluster.stop())
    #expect(try cluster.status() == .stopped)
    #expect(throws: PostgresError.self) { try database.execute("SELECT 1") }
    try cluster.connect(database: "苹果 'a' \\ \"b\"").execute("SELECT 1")
    #expect(try server != first)
  }

  @Test func `a server that was killed is started again with what was committed`() throws {
    let database = try cluster.connect(database: "postgres")
    try database.run(script: "CREATE TABLE t AS SELECT 7 AS n")
    let first = try #require(try server)
    #expect(kill(first, SIGKILL) == 0)
    #expect(throws: PostgresError.self) { while true { try database.execute("SELECT 1") } }
    let rows = try cluster.connect(database: "postgres").execute("SELECT n FROM t")
    #expect(try rows.single().decode(Int.self) == 7)
    #expect(try server != first)
  }

  @Test func `a server whose socket was removed is started again`() throws {
    try cluster.start()
    let first = try server
    TestFolder.remove(cluster.socketFolder)
    #expect(try cluster.status() == .stopped)
    try cluster.ensureRunning()
    #expect(try server != first)
  }

  @Test func `a process number that is somebody else's by now does not stop a start`() throws {
    try cluster.start()
    let first = try #require(try server)
    kill(first, SIGKILL)
    try write("\(getpid())\n\(cluster.dataFolder)\n", to: cluster.dataFolder + "/postmaster.pid")
    try cluster.ensureRunning()
    #expect(try server != first)
  }

  @Test func `many who start it at once get one server`() async throws {
    let processes = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 1...8 {
        group.addTask { [cluster] in
          let database = try cluster.connect(database: "postgres")
          let row = try database.execute(
            "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint"
          ).single()
          return try row.decode(Int.self)
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(processes.count == 1)
  }

  @Test func `the server lets go of the files of who started it`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    try cluster.start()
    close(ends[1])
    var byte: UInt8 = 0
    var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 5_000) == 1)
    #expect(read(ends[0], &byte, 1) == 0)
    close(ends[0])
    let process = try #require(try server)
    #expect(getsid(process) == process)
  }

  @Test func `an initdb that was killed leaves nothing half-done`() throws {
    let unfinished = cluster.dataFolder + ".new"
    try #require(mkdir(cluster.home, 0o755) == 0 && mkdir(unfinished, 0o700) == 0)
    try write("15\n", to: unfinished + "/PG_VERSION")
    #expect(try cluster.status() == .absent)
    try cluster.start()
    #expect(access(unfinished, F_OK) != 0)
  }

  @Test func `data of another major version are refused with both versions`() throws {
    try cluster.start()
    try cluster.stop()
    try write("12\n", to: cluster.dataFolder + "/PG_VERSION")
    let error = #expect(throws: ClusterError.self) { try cluster.start() }
    guard case .versionMismatch(12, let installed, cluster.dataFolder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(installed >= 15)
  }

  @Test func `a setting that the server refuses is told from its log`() throws {
    let odd = Cluster(home: cluster.home, settings: ["fsync": "off", "shared_buffers": "apple"])
    let error = #expect(throws: ClusterError.self) { try odd.start() }
    #expect(error == .serverFailed(program: "postgres", log: cluster.log))
    #expect(system("grep -q apple \(cluster.log)") == 0)
  }

  @Test func `a home with a long path works, and through a link it is the same`() throws {
    let part = "/" + String(repeating: "苹果", count: 20)
    let home = folder.path + part + part
    let long = Cluster(home: home, settings: ClusterPlace.settings)
    defer { ClusterPlace.stop(long) }
    try long.start()
    try #require(symlink(folder.path + part, folder.path + "/link") == 0)
    let linked = Cluster(home: folder.path + "/link" + part)
    #expect(linked.home == long.home)
    #expect(try linked.status() == long.status())
  }

  @Test func `a socket folder that is a link or open to others is not trusted`() throws {
    try #require(mkdir(folder.path + "/other", 0o700) == 0)
    try #require(symlink(folder.path + "/other", cluster.socketFolder) == 0)
    let refusal = ClusterError.socketFolderNotPrivate(cluster.socketFolder)
    #expect(throws: refusal) { try cluster.start() }
    #expect(throws: refusal) { try cluster.status() }
    unlink(cluster.socketFolder)
    try #require(mkdir(cluster.socketFolder, 0o700) == 0)
    chmod(cluster.socketFolder, 0o777)
    #expect(throws: refusal) { try cluster.start() }
  }

  @Test(.enabled(if: geteuid() == 0))
  func `a home that the server's user cannot enter is named`() throws {
    chmod(folder.path, 0o700)
    #expect(throws: ClusterError.homeNotEnterable(folder: folder.path, user: "postgres")) {
      try cluster.start()
    }
  }

  @Test(.enabled(if: geteuid() == 0))
  func `a cluster of another user is left alone`() throws {
    try #require(mkdir(cluster.home, 0o755) == 0 && mkdir(cluster.dataFolder, 0o700) == 0)
    try #require(chown(cluster.dataFolder, 54_321, 54_321) == 0)
    #expect(throws: ClusterError.dataFolderNotOurs(cluster.dataFolder)) { try cluster.start() }
  }

  @Test func `libpq accepts the empty address that keeps a stray PGHOSTADDR out`() throws {
    try cluster.start()
    let conninfo = cluster.conninfo(database: "postgres")
    #expect(conninfo.contains("hostaddr=''"))
    #expect(try Connection(conninfo).isOpen)
  }

  private func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }
}
