internal import Glibc

/// How long to wait between two questions: each time twice as long, up to a quarter of a second.
struct Pause {
  private var milliseconds = 10

  /// Returns the milliseconds to wait now.
  mutating func next() -> Int {
    defer { milliseconds = min(milliseconds * 2, 250) }
    return milliseconds
  }
}

/// The clock that only goes forward.
enum Moment {
  /// Milliseconds since some moment in the past.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// Waits for a number of milliseconds.
  static func sleep(_ milliseconds: Int) {
    usleep(UInt32(milliseconds) * 1_000)
  }
}
