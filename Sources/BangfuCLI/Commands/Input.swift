import Domain
import Tabular

/// Hands `body` the path of an input file; `-` is standard input, copied so that it can be read twice.
func withInput<Result>(_ file: String, _ body: (String) throws -> Result) throws -> Result {
  guard file == "-" else { return try body(file) }
  if Prompting.isInputTerminal { throw Problem("input_is_terminal") }
  let path = try spoolStandardInput()
  defer { removeFile(path) }
  return try body(path)
}
