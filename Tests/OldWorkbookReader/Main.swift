import Tabular

/// Reads old workbooks for the tests, whose own program cannot be started again for it.
@main struct Main {
  static func main() {
    readOldWorkbookIfAsked(CommandLine.arguments)
  }
}
