/// Something that was refused, or went wrong: a code and its facts.
///
/// The code is stable and English; the command line has one table of sentences, in Chinese and
/// English, keyed by it. The database refuses with the same codes, or with the name of the
/// constraint that was violated.
public struct Problem: Error, Equatable, Sendable {
  /// What went wrong, such as `stock_short`.
  public let code: String
  /// The facts the sentence names, such as `["sku": "BC01", "on_hand": "3"]`.
  public var facts: [String: String]

  /// Makes a problem.
  public init(_ code: String, _ facts: [String: String] = [:]) {
    self.code = code
    self.facts = facts
  }
}

/// Several problems found at once, in the order of the rows; the first decides how a program ends.
public struct Problems: Error, Equatable, Sendable {
  /// At least one problem.
  public let problems: [Problem]

  /// Gathers problems.
  public init(_ problems: [Problem]) { self.problems = problems }
}
