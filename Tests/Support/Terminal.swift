import Glibc

/// A program that runs at a terminal of its own, and what somebody types and sees there.
public final class Terminal {
  private let master: Int32
  private let process: pid_t
  private var seen: [UInt8] = []

  /// Runs a shell's script at a new terminal; nil where the system gives none.
  public init?(_ script: String) {
    // What grantpt and its like do, which the headers hide: TIOCSPTLCK, and TIOCGPTN for the number.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    guard master >= 0, ioctl(master, 0x4004_5431, &number) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { return nil }
    let name = "/dev/pts/\(number)"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    // The first terminal that the leader of a session opens is the session's.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID, which the header hides
    var started: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [
      strdup("sh"), strdup("-c"), strdup(script), nil,
    ]
    var environment: [UnsafeMutablePointer<CChar>?] = [
      strdup("TERM=xterm"), strdup("PATH=/usr/bin:/bin"), nil,
    ]
    defer { for text in arguments + environment { free(text) } }
    guard posix_spawn(&started, "/bin/sh", &actions, &attributes, &arguments, &environment) == 0
    else { return nil }
    process = started
    var mode = termios()
    if tcgetattr(master, &mode) == 0 {
      mode.c_iflag |= tcflag_t(IUTF8)  // as terminal emulators do
      tcsetattr(master, TCSANOW, &mode)
    }
    var size = winsize(ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  deinit {
    close(master)
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// Types keys, once the program reads them one by one.
  public func type(_ keys: String) {
    var mode = termios()
    for _ in 0..<100 {
      guard tcgetattr(master, &mode) == 0, mode.c_lflag & tcflag_t(ICANON) != 0 else { break }
      usleep(20_000)
    }
    let bytes = Array(keys.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Waits until the screen shows a text, and answers the screen; after some seconds, what there is.
  public func wait(for text: String) -> String { wait { $0.contains(text) } }

  /// All that the program has sent so far, as it was sent.
  public var sent: String { String(decoding: seen, as: UTF8.self) }

  /// Waits until the line with the cursor is a text, and answers that line; after some seconds, what there is.
  public func wait(forLine text: String) -> String {
    Terminal.lastLine(wait { Terminal.lastLine($0) == text })
  }

  private static func lastLine(_ screen: String) -> String {
    String(screen.split(separator: "\n", omittingEmptySubsequences: false).last ?? "")
  }

  private func wait(seconds: Int = 10, until isThere: (String) -> Bool) -> String {
    var left = seconds * 20
    while left > 0, !isThere(screen) {
      var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 50) > 0 else {
        left -= 1
        continue
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &bytes, bytes.count)
      guard count > 0 else { break }
      seen += bytes[..<count]
    }
    return screen
  }

  /// What the terminal shows, as an xterm draws it.
  private var screen: String {
    var lines: [[Character?]] = [[]]
    var column = 0
    var rest = Substring(String(decoding: seen, as: UTF8.self))
    func put(_ cell: Character?, _ place: Int) {
      while lines[lines.count - 1].count <= place { lines[lines.count - 1].append(" ") }
      lines[lines.count - 1][place] = cell
    }
    while let next = rest.unicodeScalars.popFirst() {
      switch next {
      case "\n": lines.append(Array(repeating: " ", count: column))
      case "\r": column = 0
      case "\u{8}": column = max(0, column - 1)
      case "\u{7}": break
      case "\u{1B}":
        guard rest.unicodeScalars.first == "[" else { break }
        rest.unicodeScalars.removeFirst()
        let number = rest.prefix { $0.isNumber || $0 == ";" || $0 == "?" }
        rest = rest.dropFirst(number.count)
        let count = Int(number) ?? 1
        var line = lines[lines.count - 1]
        switch rest.unicodeScalars.popFirst() {
        case "K": line = Array(line.prefix(column))
        case "C": column += count
        case "G": column = count - 1
        case "D": column = max(0, column - count)
        case "P":
          if column < line.count { line.removeSubrange(column..<min(line.count, column + count)) }
        case "@":
          if column < line.count {
            line.insert(contentsOf: repeatElement(" ", count: count), at: column)
          }
        default: break
        }
        lines[lines.count - 1] = line
      default:
        put(Character(next), column)
        column += 1
        if next.value >= 0x2E80 {
          put(nil, column)
          column += 1
        }
      }
    }
    return lines.map { line in String(line.compactMap(\.self)) }.joined(separator: "\n")
  }
}
