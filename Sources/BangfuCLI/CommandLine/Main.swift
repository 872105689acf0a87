import ArgumentParser
import Glibc
import Tabular

/// Parses, runs, and ends in one place.
@main struct Main {
  static func main() {
    readOldWorkbookIfAsked(CommandLine.arguments)
    do {
      let arguments = TypedArguments.withNegativeNumbers(
        TypedArguments.withLoginBehind(
          Language.withoutLeadingChoice(Array(CommandLine.arguments.dropFirst()))))
      if let problem = CommandNames.problem(in: arguments, under: Bangfu.self) { throw problem }
      var command = try Bangfu.parseAsRoot(arguments)
      try command.run()
    } catch {
      let ending = Ending(of: error, root: Bangfu.self).showing(CommandLine.arguments)
      if !ending.output.isEmpty { printLine(ending.output) }
      if !ending.words.isEmpty { printToStandardError(ending.words) }
      end(ending.status)
    }
    end(0)
  }

  /// Ends at once: what is left to do is the libraries' own tidying up, which takes milliseconds.
  private static func end(_ status: Int32) -> Never {
    StandardOutput.flush()
    _exit(status)
  }
}
