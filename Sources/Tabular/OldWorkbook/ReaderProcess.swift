internal import CFreeXL
import Glibc
import System

/// The process that reads a workbook of Excel 97–2003, as seen from this one.
final class ReaderProcess {
  private let process: pid_t
  private let pipe: Int32
  private let deadline: ContinuousClock.Instant
  private var buffer: [UInt8] = []
  private var start = 0
  private var isReaped = false

  /// Starts the program with the file as its standard input.
  init(
    path: String, request: [String], options: TableFile.Options
  ) throws(TabularError) {
    let input = open(path, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .system(errno: errno) }
    defer { close(input) }
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .readerNotStarted(errno: errno) }
    defer { close(ends[1]) }
    let program = options.oldWorkbookReader
    let words = [program, oldWorkbookWord] + request
    var process: pid_t = 0
    let code = Self.spawn(&process, program, words, input: input, output: ends[1])
    guard code == 0 else {
      close(ends[0])
      throw .readerNotStarted(errno: code)
    }
    self.process = process
    pipe = ends[0]
    deadline = .now + .seconds(options.limits.oldWorkbookSeconds)
  }

  deinit {
    close(pipe)
    if !isReaped { _ = reap(killing: true) }
  }

  private static func spawn(
    _ process: inout pid_t, _ program: String, _ words: [String], input: Int32, output: Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    return withCStrings(words) { posix_spawn(&process, program, &actions, nil, $0, environ) }
  }

  /// Returns the next piece; nil when all was sent.
  func next() throws(TabularError) -> (kind: UInt8, bytes: ArraySlice<UInt8>)? {
    try fill(to: Frame.headLength)
    let kind = buffer[start]
    guard let length = Frame.number(buffer[(start + 1)...]), length <= Frame.longest else {
      throw .damagedOldWorkbook
    }
    try fill(to: Frame.headLength + length)
    let bytes = buffer[(start + Frame.headLength)..<(start + Frame.headLength + length)]
    start += Frame.headLength + length
    switch kind {
    case Frame.end: return nil
    case Frame.fault: throw Self.error(Frame.Fault(bytes))
    default: return (kind, bytes)
    }
  }

  private static func error(_ fault: Frame.Fault) -> TabularError {
    switch fault {
    case .locked: .notRead(.lockedWorkbook)
    case .tooLarge: .oldWorkbookTooLarge
    case .codePage(let number): .oldWorkbookCodePage(number)
    case .damaged: .damagedOldWorkbook
    }
  }

  private func fill(to count: Int) throws(TabularError) {
    guard buffer.count - start < count else { return }
    buffer.removeFirst(start)
    start = 0
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while buffer.count < count {
      try waitForBytes()
      let read = Glibc.read(pipe, &block, block.count)
      if read < 0 && errno == EINTR { continue }
      guard read > 0 else { throw ending() }
      buffer.append(contentsOf: block[..<read])
    }
  }

  private func waitForBytes() throws(TabularError) {
    let left = (deadline - .now).components
    let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
    var wish = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    guard milliseconds > 0 else { throw .oldWorkbookTooLarge }
    if poll(&wish, 1, Int32(clamping: milliseconds)) == 0 { throw .oldWorkbookTooLarge }
  }

  /// Why the process ended without a word.
  private func ending() -> TabularError {
    let status = reap(killing: false)
    let signal = status & 0x7F
    if signal == SIGXCPU || signal == SIGKILL { return .oldWorkbookTooLarge }
    return signal == 0 && status >> 8 == 127
      ? .readerNotStarted(errno: ENOENT) : .damagedOldWorkbook
  }

  private func reap(killing: Bool) -> Int32 {
    if killing { kill(process, SIGKILL) }
    isReaped = true
    return Program.waitForEnd(of: process)
  }
}
