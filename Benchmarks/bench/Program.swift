import Glibc

/// A program to be run and timed.
struct Program {
  /// The program, and its arguments.
  var arguments: [String]
  /// Everything its environment holds.
  var environment: [String: String]
  /// The file it reads.
  var input = "/dev/null"
  /// The file it writes.
  var output = "/dev/null"
  /// The file for what it says on standard error, which is shown when it fails.
  var said: String

  /// What became of it.
  struct Outcome {
    let status: Int32
    /// From its start to its end.
    let seconds: Double
    /// The most memory it held, in MB.
    let memory: Double
  }

  /// Runs it to its end, which must be a good one.
  @discardableResult
  func run() throws -> Outcome {
    let outcome = try start().wait()
    guard outcome.status == 0 else {
      throw Failure(arguments, "ended with \(outcome.status): \(try TextFile.read(said))")
    }
    return outcome
  }

  /// Starts it.
  func start() throws -> RunningProgram {
    try spawn { actions in
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
  }

  /// Starts it with the actions that give it its standard input and output.
  func spawn(_ prepare: (inout posix_spawn_file_actions_t) -> Void) throws -> RunningProgram {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    prepare(&actions)
    posix_spawn_file_actions_addopen(&actions, 2, said, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var process: pid_t = 0
    let begin = ContinuousClock.now
    let code = posix_spawnp(&process, arguments[0], &actions, nil, &words, &variables)
    guard code == 0 else { throw Failure(arguments, String(cString: strerror(code))) }
    return RunningProgram(process: process, begin: begin)
  }

  /// Why a measurement came to nothing.
  struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ arguments: [String], _ reason: String) {
      description = arguments.joined(separator: " ") + ": " + reason
    }
  }
}

/// A program that runs.
struct RunningProgram {
  let process: pid_t
  let begin: ContinuousClock.Instant

  /// Waits for its end.
  func wait() -> Program.Outcome {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    return Program.Outcome(
      status: code, seconds: seconds, memory: Double(usage.ru_maxrss) / 1024)
  }

  /// Tells whether it has ended, without waiting and without taking its outcome.
  var hasEnded: Bool {
    var information = siginfo_t()
    return waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0
      && information.si_signo == SIGCHLD
  }
}
