import ArgumentParser
import Bangfu

/// `bangfu check`: runs every invariant.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say("核对全部不变量", "Checks that everything adds up."),
    discussion: say(
      "每条不变量是一个查询，列出违反它的行；有违反时退出码为 1。",
      "Each invariant is a query that lists the rows that break it; exit status 1 when any does."))

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let results = try global.open().checks.run()
    report(results, format)
    if results.contains(where: { $0.violations > 0 }) { throw ExitCode(Exit.no.rawValue) }
  }
}
