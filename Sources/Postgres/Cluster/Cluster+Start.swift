internal import Glibc
internal import System

extension Cluster {
  /// Makes the cluster if it is not there, and starts its server if none answers.
  ///
  /// Waits for another process that is at the same work. A server that was killed, a process
  /// number that is somebody else's by now, a socket that was removed: none needs a hand.
  ///
  /// - Throws: `ClusterError.runsElsewhere` where a server holds the folder that cannot be reached from here, such as
  ///   in another container; `ClusterError.folderIsShared` on a file system that other machines may share.
  public func start() throws {
    try translating(Path.makeFolder(home, mode: geteuid() == 0 ? 0o711 : 0o700))
    if let type = NetworkFiles.type(of: home) {
      throw ClusterError.folderIsShared(home, type: type)
    }
    // The last sessions of a server that was killed may take a moment to let go of its lock.
    let deadline = Moment.now + 10_000
    while try !startAtOnce() {
      if Moment.now >= deadline { throw runsElsewhere }
      Moment.sleep(200)
    }
  }

  /// Starts the server unless one answers; returns `false` where one that does not holds the folder.
  private func startAtOnce() throws -> Bool {
    let lock = try translating(FileLock(home + "/cluster.lock", waiting: true))
    defer { lock?.release() }
    return try ask().session != nil || startAlone()
  }

  /// Stops the server; returns whether one ran.
  @discardableResult
  public func stop() throws -> Bool {
    guard Path.exists(dataFolder) else { return false }
    let lock = try translating(FileLock(home + "/cluster.lock", waiting: true))
    defer { lock?.release() }
    guard let process = ServerProcess(of: self) else {
      if try ServerLock.isHeld(of: self) { throw runsElsewhere }
      return false
    }
    try stop(process)
    return true
  }

  /// What `postmaster.pid` says of a server that cannot be reached from here.
  private var runsElsewhere: ClusterError {
    let lines = Path.tail(of: dataFolder + "/postmaster.pid", limit: 4_096).split(
      separator: "\n", omittingEmptySubsequences: false)
    return .runsElsewhere(home: home, folder: lines.count > 1 ? String(lines[1]) : dataFolder)
  }

  private func stop(_ process: ServerProcess) throws(ClusterError) {
    let seconds = 60
    process.interrupt()
    if process.waitForEnd(of: dataFolder, seconds: seconds) {
      // The last of its processes lets go of the lock a moment later.
      try ServerLock.wait(for: self, milliseconds: 5_000)?.release()
      return
    }
    throw .stopTimedOut(seconds: seconds, process: process.number)
  }

  private func startAlone() throws -> Bool {
    let user = try ServerUser()
    try user.checkOwnership(of: dataFolder)
    try user.checkEntry(to: home)
    let installation = try Installation.matching(dataFolder: dataFolder)
    try makeSocketFolder(for: user)
    if let running = ServerProcess(of: self) {
      // It may be starting or, its socket gone, out of reach for good.
      if Path.exists(socketFolder + "/.s.PGSQL.5432"), try waitForAnswer(from: running) {
        return true
      }
      try stop(running)
    }
    guard let lock = try ServerLock(of: self) else { return false }
    defer { lock.release() }
    if !Path.exists(dataFolder) { try initialise(with: installation, as: user) }
    for name in Path.names(in: socketFolder) { Path.remove(socketFolder + "/" + name) }
    // Of any other file PostgreSQL itself decides: it does not start where the process it names lives.
    let pidFile = dataFolder + "/postmaster.pid"
    if lock.isOfTheLast(pidFile) { Path.remove(pidFile) }
    try launch(installation, as: user, holding: lock)
    lock.note(pidFile)
    return true
  }

  /// Starts the server.
  ///
  /// The sessions of one that was killed may take a moment to notice, and until then a new one
  /// refuses to start.
  private func launch(
    _ installation: Installation, as user: ServerUser, holding lock: ServerLock
  ) throws {
    trimLog()
    let command = user.prefix + [installation.folder + "/postgres", "-D", dataFolder] + arguments
    let deadline = Moment.now + 10_000
    repeat {
      let process = try translating(Program(command).start(log: log, leaving: lock.file))
      if try waitForAnswer(from: ServerProcess(number: Int(process))) { return }
      Moment.sleep(200)
    } while Moment.now < deadline && Path.tail(of: log, limit: 1_000).contains("still in use")
    throw ClusterError.serverFailed(program: "postgres", log: log)
  }

  /// Waits until the server answers; returns `false` when it ended instead.
  ///
  /// One that says that it is recovering is waited for longer, for half an hour at most, and asked ever less often.
  private func waitForAnswer(from process: ServerProcess) throws -> Bool {
    let started = Moment.now
    var seconds = 60
    var pause = Pause()
    while Moment.now < started + seconds * 1_000 {
      switch try ask() {
      case .session: return true
      case .notNow: seconds = 1_800
      case .none: break
      }
      if waitpid(pid_t(process.number), nil, WNOHANG) > 0 { return false }
      if kill(pid_t(process.number), 0) != 0 { return false }
      Moment.sleep(pause.next())
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
