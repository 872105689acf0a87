internal import Glibc

/// Asks on the terminal itself, also where standard input is a file; what is typed is not shown.
///
/// Returns nil where there is no terminal; an empty text where nothing is typed.
public func readSecret(_ prompt: String) -> String? {
  let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
  guard terminal >= 0 else { return nil }
  defer { close(terminal) }
  var mode = termios()
  guard tcgetattr(terminal, &mode) == 0 else { return nil }
  var quiet = mode
  quiet.c_lflag &= ~tcflag_t(ECHO)
  quiet.c_lflag |= tcflag_t(ECHONL | ICANON)
  tcsetattr(terminal, TCSAFLUSH, &quiet)
  defer { tcsetattr(terminal, TCSAFLUSH, &mode) }
  let shown = Array(prompt.utf8)
  _ = write(terminal, shown, shown.count)
  var bytes: [UInt8] = []
  var byte: UInt8 = 0
  while read(terminal, &byte, 1) == 1, byte != UInt8(ascii: "\n"), bytes.count < 1_024 {
    bytes.append(byte)
  }
  return String(decoding: bytes, as: UTF8.self)
}
