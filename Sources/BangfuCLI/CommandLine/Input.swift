import Bangfu
import Domain
import Tabular
import System

/// Hands `body` the path of an input file; `-` is standard input, copied so that it can be read twice.
///
/// What is wrong with the file is said with its name.
func withInput<Result>(_ file: String, _ body: (String) throws -> Result) throws -> Result {
  do {
    guard file == "-" else { return try body(file) }
    if Prompting.isInputTerminal { throw Problem("input_is_terminal") }
    let copy = try TemporaryFile.ofStandardInput(
      limit: TableFile.Limits().unpackedBytes)
    return try withExtendedLifetime(copy) { try body(copy.path) }
  } catch {
    guard var problem = Problem(error) else { throw error }
    let isOfFile = problem.source == .program || problem.facts["line"] != nil
    guard isOfFile else { throw problem }
    problem.facts["file"] = problem.facts["member"].map { "\(file)/\($0)" } ?? file
    throw problem
  }
}
