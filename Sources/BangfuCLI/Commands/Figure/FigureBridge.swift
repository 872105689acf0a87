import ArgumentParser
import Bangfu
import Domain

/// `bangfu figure bridge`: shows what leads from one version to the next.
struct FigureBridgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridge",
    abstract: say(
      "从上一版到这一版的过渡表，或其中一步的明细",
      "Shows what leads from one version to the next, or the lines of a step."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Argument(help: ArgumentHelp(say("第几版；不写是最新的", "Which version; the newest without it.")))
  var version: Int?
  @Flag(help: ArgumentHelp(say("列出明细", "List the lines."))) var lines = false
  @Option(
    help: ArgumentHelp(
      say(
        "其中一步的明细：late_sales、late_refunds、duplicates、eligibility、corrections",
        "The lines of one step: late_sales, late_refunds, duplicates, eligibility, corrections.")))
  var step: String?
  @OptionGroup var options: ListOptions

  func run() throws {
    let figures = try global.openForReports().figures
    if lines || step != nil {
      try options.show(figures.bridgeLines(of: month, version, step: step))
    } else {
      try options.showTotalled(figures.bridge(of: month, version))
    }
  }
}
