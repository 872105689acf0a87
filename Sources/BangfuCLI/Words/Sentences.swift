public import Domain

/// The one table from the code of a problem to its words.
enum Sentences {
  /// All rows, by subject.
  static let rows =
    orders + refunds + catalogue + units + stock + expired + suppliers + imports + profiles
    + rejects
    + files
    + containers
    + commands + database + cluster
    + constraints + invariants + checks + tills + input

  /// The sentence of each code.
  static let table = Dictionary(rows) { first, _ in first }

  /// Returns what is to be said of a problem; without a row, its code and facts.
  static func sentence(for problem: Problem, in language: Language = .current) -> String {
    if let row = table[problem.code] { return row.words(problem.facts, in: language) }
    let facts = problem.facts.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    return ([problem.code] + facts).joined(separator: ", ").visible
  }

  /// Returns the status with which a problem ends the program.
  static func exit(for problem: Problem) -> Exit {
    table[problem.code]?.exit ?? .bug
  }
}

extension Problem: CustomStringConvertible {
  /// The sentence, in the language of this run.
  public var description: String { Sentences.sentence(for: self) }
}
