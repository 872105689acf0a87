internal import Glibc

/// Watches that reading takes no more of the processor's time than its bytes deserve.
struct PaceMeter {
  /// What reading may take without a question, in seconds.
  static let free = 30.0
  /// The fewest bytes a second after that; what is slowest of all, in a program built for debugging, reads ten times that.
  static let slowest = 64.0 * 1_024

  private let now: () -> Double
  private let started: Double
  private var bytes = 0

  /// Begins to watch; `now` is in seconds, at first of this thread's processor time.
  init(now: @escaping () -> Double = PaceMeter.processorTime) {
    self.now = now
    started = now()
  }

  /// Counts bytes that were read.
  ///
  /// - Throws: `TabularError.tooSlow`.
  mutating func passed(_ count: Int) throws(TabularError) {
    bytes += count
    let seconds = now() - started
    if seconds > Self.free, Double(bytes) < (seconds - Self.free) * Self.slowest { throw .tooSlow }
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What a tag of XML or HTML may have: libxml2 compares each attribute of one with all others.
enum TagLimits {
  /// The most attributes, and the most namespaces that are open; programs write a few dozen.
  static let attributes = 256
  /// The most bytes before a tag ends.
  static let bytes = 64 << 10
  /// How many bytes are fed at a time, so that a tag that goes on is seen before it is read.
  static let piece = 16 << 10
  /// The most bytes before a comment, or whatever else libxml2 keeps whole, ends.
  static let pending = 16 << 20
}
