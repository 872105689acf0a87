import ArgumentParser

/// What the parser prints, in the language of this run.
struct ParserWords {
  /// The text.
  let text: String

  /// Renders an error of the parser's: help, the version, or a usage error.
  init(_ root: any ParsableCommand.Type, _ error: any Error, _ language: Language) {
    text = root.fullMessage(for: error, columns: 80)
  }
}
