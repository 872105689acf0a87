import ArgumentParser
import Domain

/// The options of reports that have a chart.
struct ChartOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      say("在终端里画图", "Draw the charts in the terminal, each beside its table.")))
  var chart = false
  @OptionGroup var list: ListOptions

  func validate() throws {
    guard chart, !list.isForPeople else { return }
    throw Problem("chart_without_terminal")
  }
}
