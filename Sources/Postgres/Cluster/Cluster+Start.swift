internal import Glibc

extension Cluster {
  /// Makes the cluster if it is not there, and starts its server if none answers.
  ///
  /// Waits for another process that is at the same work. A server that was killed, a process
  /// number that is somebody else's by now, a socket that was removed: none needs a hand.
  public func start() throws {
    try Path.makeFolder(home, mode: geteuid() == 0 ? 0o711 : 0o700)
    let lock = try ClusterLock(home + "/cluster.lock")
    defer { lock.release() }
    if try ask().session != nil { return }
    try startAlone()
  }

  /// Stops the server; answers whether one ran.
  @discardableResult
  public func stop() throws -> Bool {
    guard Path.exists(dataFolder) else { return false }
    let lock = try ClusterLock(home + "/cluster.lock")
    defer { lock.release() }
    guard let process = ServerProcess(of: self) else { return false }
    try stop(process)
    return true
  }

  private func stop(_ process: ServerProcess) throws(ClusterError) {
    let seconds = 60
    process.interrupt()
    if process.waitForEnd(of: dataFolder, seconds: seconds) { return }
    throw .stopTimedOut(seconds: seconds, process: process.number)
  }

  private func startAlone() throws {
    let user = try ServerUser()
    try user.checkOwnership(of: dataFolder)
    try user.checkEntry(to: home)
    let installation = try Installation.matching(dataFolder: dataFolder)
    try makeSocketFolder(for: user)
    if let running = ServerProcess(of: self) {
      // It may be on its way up or, its socket gone, out of reach for good.
      if Path.exists(socketFolder + "/.s.PGSQL.5432"), try waitForAnswer(from: running) { return }
      try stop(running)
    }
    if !Path.exists(dataFolder) { try initialise(with: installation, as: user) }
    for name in Path.names(in: socketFolder) { Path.remove(socketFolder + "/" + name) }
    Path.remove(dataFolder + "/postmaster.pid")
    try launch(installation, as: user)
  }

  /// Starts the server.
  ///
  /// The sessions of one that was killed may take a moment to notice, and until then a new one
  /// refuses to start.
  private func launch(_ installation: Installation, as user: ServerUser) throws {
    trimLog()
    let command = user.prefix + [installation.folder + "/postgres", "-D", dataFolder] + arguments
    let deadline = Moment.now + 10_000
    repeat {
      let process = try Program(command).start(log: log)
      if try waitForAnswer(from: ServerProcess(number: Int(process))) { return }
      Moment.sleep(200)
    } while Moment.now < deadline && Path.tail(of: log, limit: 1_000).contains("still in use")
    throw ClusterError.programFailed(
      program: "postgres", output: Path.tail(of: log, limit: 2_000))
  }

  /// Waits until the server answers; answers `false` when it ended instead.
  ///
  /// One that says that it is recovering is waited for as long as it says so.
  private func waitForAnswer(from process: ServerProcess) throws -> Bool {
    let seconds = 60
    var deadline = Moment.now + seconds * 1_000
    while Moment.now < deadline {
      switch try ask() {
      case .session: return true
      case .notNow: deadline = Moment.now + seconds * 1_000
      case .none: break
      }
      if waitpid(pid_t(process.number), nil, WNOHANG) > 0 { return false }
      if kill(pid_t(process.number), 0) != 0 { return false }
      Moment.sleep(10)
    }
    throw ClusterError.startTimedOut(seconds: seconds, log: log)
  }

  private var arguments: [String] {
    var arguments = ["-k", socketFolder, "-c", "listen_addresses=", "-c", "port=5432"]
    if ServerSettings.isSharedMemorySmall {
      arguments += ["-c", "dynamic_shared_memory_type=mmap"]
    }
    for (name, value) in settings { arguments += ["-c", "\(name)=\(value)"] }
    return arguments
  }

  /// Keeps one old log, so that the log does not grow for ever.
  private func trimLog() {
    var entry = stat()
    if stat(log, &entry) == 0 && entry.st_size > 10_000_000 { rename(log, log + ".1") }
  }
}
