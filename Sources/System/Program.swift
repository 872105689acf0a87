internal import CSpawn
internal import Glibc

/// A program that is started without a shell, from `/`, with nothing of ours in its hands.
public struct Program: Sendable {
  private let arguments: [String]
  private let inheritsEnvironment: Bool
  /// Variables beside the inherited ones, `NAME=value`.
  private let added: [String]

  /// `arguments` begin with the program, which is looked for along `PATH`.
  ///
  /// A client of a server that is not ours inherits the environment, `PG*` variables included.
  public init(
    _ arguments: [String], inheritsEnvironment: Bool = false, adding added: [String] = []
  ) {
    self.arguments = arguments
    self.inheritsEnvironment = inheritsEnvironment
    self.added = added
  }

  /// Runs the program to its end; `output` is the end of what it wrote, errors included.
  ///
  /// - Throws: `FileError.system` where it cannot be started.
  public func run(limit: Int = 4_000) throws(FileError) -> (status: Int32, output: String) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw .system(call: "pipe", path: arguments[0], code: errno)
    }
    defer { close(ends[0]) }
    let started = Result { () throws(FileError) in try spawn(output: .file(ends[1])) }
    close(ends[1])
    let process = try started.get()
    let output = FileBytes.text(of: ends[0], limit: limit)
    return (Program.waitForEnd(of: process), output)
  }

  /// Waits until a process of ours has ended; returns its status.
  public static func waitForEnd(of process: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  /// Starts the program as the leader of a session of its own, and does not wait for it; of our files it is left one.
  ///
  /// - Throws: `FileError.system`.
  public func start(log: String, leaving file: Int32) throws(FileError) -> Int32 {
    try spawn(output: .path(log), leaving: file)
  }

  private enum Output {
    case file(Int32)
    case path(String)
  }

  private func spawn(output: Output, leaving file: Int32? = nil) throws(FileError) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    switch output {
    case .file(let file): posix_spawn_file_actions_adddup2(&actions, file, 1)
    case .path(let path):
      posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_APPEND | O_CREAT, 0o600)
    }
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    if let file { posix_spawn_file_actions_adddup2(&actions, file, 3) }
    posix_spawn_file_actions_addclosefrom_np(&actions, file == nil ? 3 : 4)
    posix_spawn_file_actions_addchdir_np(&actions, "/")
    return try spawn(&actions)
  }

  private func spawn(_ actions: inout posix_spawn_file_actions_t) throws(FileError) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags | Int32(SPAWN_SETSID)))
    var process: pid_t = 0
    let code = withCStrings(arguments) { words in
      withCStrings(inheritsEnvironment ? inherited : Program.environment) { environment in
        posix_spawnp(&process, self.arguments[0], &actions, &attributes, words, environment)
      }
    }
    if code != 0 { throw .system(call: "posix_spawn", path: arguments[0], code: code) }
    return process
  }

  /// All of ours, but for those that are said anew: of two of one name the first would count.
  private var inherited: [String] {
    func name(_ word: String) -> Substring { word.prefix { $0 != "=" } }
    let anew = Set(added.map(name))
    var words = added
    var entry = environ
    while let word = entry.pointee {
      let text = String(cString: word)
      if !anew.contains(name(text)) { words.append(text) }
      entry += 1
    }
    return words
  }

  /// Nothing but what a program cannot do without: no `PG*` variables, no language, no home.
  private static var environment: [String] {
    let path = getenv("PATH").map { String(cString: $0) + ":" } ?? ""
    return ["PATH=\(path)/usr/local/bin:/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"]
  }
}

/// Lends strings as a list of C strings that a null pointer ends.
public func withCStrings<T>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> T
) -> T {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
