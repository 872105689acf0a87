import FoundationEssentials
import Glibc

/// What standard output is read on.
enum Screen {
  /// How many columns it has: as `COLUMNS` says, else the terminal; nil where output goes to a file or a program.
  static let width: Int? = {
    let said = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    if let said, said > 0 { return said }
    var size = winsize()
    // A pointer to `size`, which lives until the call is done.
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }()
}
