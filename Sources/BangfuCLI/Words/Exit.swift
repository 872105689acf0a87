/// How the program ends, for scripts.
enum Exit: Int32, Sendable {
  case done = 0
  /// The answer is no: a check failed, or somebody declined.
  case no = 1
  /// The command was called wrongly.
  case usage = 64
  /// What was to be recorded is refused.
  case data = 65
  /// There is no database to work with.
  case noDatabase = 69
  /// This should not happen.
  case bug = 70
  /// The same command may succeed when it is run again.
  case tryAgain = 75
  /// The login may not do this.
  case forbidden = 77
}
