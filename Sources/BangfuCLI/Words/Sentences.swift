public import Domain

/// The one table from the code of a problem to its words.
enum Sentences {
  /// All rows, by subject.
  static let rows =
    orders + refunds + canteens + buyers + catalogue + units + stock + expired + suppliers + imports
    + profiles + rejects
    + files
    + containers
    + commands + database + cluster + evidence
    + constraints + invariants + checks + tills + input + people + months + rules + duplicates
    + livestreams + fairs + supermarkets + tourism

  /// The sentence of each code.
  static let table = Dictionary(rows) { first, _ in first }

  /// The code by which a problem's words are found; a constraint that somebody added has none of ours.
  static func code(of problem: Problem) -> String {
    table[problem.code] == nil && problem.facts["constraint"] != nil
      ? "constraint_unknown" : problem.code
  }

  /// Returns what is to be said of a problem; without a row, its code and facts.
  ///
  /// What is wrong with a row of a sheet begins with its line.
  static func sentence(for problem: Problem, in language: Language = .current) -> String {
    if let row = table[code(of: problem)] {
      let line = problem.facts["sheet_line"].map { language == .zh ? "第 \($0) 行：" : "line \($0): " }
      return (line ?? "") + row.words(problem.facts, in: language)
    }
    let facts = problem.facts.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    return ([problem.code] + facts).joined(separator: ", ").visible
  }

  /// Returns the status with which a problem ends the program.
  static func exit(for problem: Problem) -> Exit {
    table[code(of: problem)]?.exit ?? .bug
  }
}

extension Problem: CustomStringConvertible {
  /// The sentence, in the language of this run.
  public var description: String { Sentences.sentence(for: self) }
}
