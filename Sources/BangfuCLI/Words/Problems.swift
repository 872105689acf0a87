import Domain

/// Several problems that are told at once; the first decides how the program ends.
struct Problems: Error {
  /// At least one problem.
  let problems: [Problem]

  /// Gathers problems.
  init(_ problems: [Problem]) {
    self.problems = problems
  }
}
