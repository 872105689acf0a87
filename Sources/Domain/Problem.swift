/// Something that was refused, or went wrong: a code and its facts.
///
/// The code is stable and English; the command line has one table of sentences, in Chinese and
/// English, keyed by it. The database refuses with the same codes, or with the name of the
/// constraint that was violated.
public struct Problem: Error, Sendable {
  /// Who found it, which says what became of what was asked.
  public enum Source: Sendable {
    /// A rule of the program.
    case program
    /// The database, by a rule of its own or a constraint: it refused the statement, and keeps nothing of its transaction.
    case database
    /// The session with the database, which could not be opened or was lost: of what was sent nobody knows what became.
    case session
    /// The operating system, of a file that was to be written.
    case output
  }

  /// What went wrong, such as `stock_short`.
  public let code: String
  /// The facts the sentence names, such as `["sku": "BC01", "on_hand": "3"]`.
  public var facts: [String: String]
  /// Who found it.
  public let source: Source

  /// Makes a problem.
  public init(_ code: String, _ facts: [String: String] = [:], source: Source = .program) {
    self.code = code
    self.facts = facts
    self.source = source
  }
}

extension Problem: Equatable {
  /// Whether two problems say the same, whoever found them.
  public static func == (one: Problem, other: Problem) -> Bool {
    one.code == other.code && one.facts == other.facts
  }
}

/// Several problems found at once, in the order of the rows; the first decides how a program ends.
public struct Problems: Error, Equatable, Sendable {
  /// At least one problem.
  public let problems: [Problem]

  /// Gathers problems.
  public init(_ problems: [Problem]) { self.problems = problems }
}
