import ArgumentParser
import Bangfu
import Domain

/// `bangfu figure show`: shows a version of a month's figure.
struct FigureShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("看一个月发布的版本", "Shows a version of a month's figure."),
    discussion: say(
      "--format json 原样输出发布的字节（RFC 8785），sha256sum 得到同样的摘要。",
      "--format json writes the published bytes as they are (RFC 8785): sha256sum gives their digest."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Option(help: ArgumentHelp(say("第几版；不写是最新的", "Which version; the newest without it.")))
  var version: Int?
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let programme = try global.openForReports()
    let found = try programme.figures.version(of: month, version)
    if format == .json { return printData(found.text) }
    let pages = FigurePages(
      report: try programme.reports.monthly(month, as: .published(found.number)))
    if format == .csv { return printRows(pages.flat, .csv) }
    StandardOutput.write(pages.text)
    printLine(
      say(
        "第 \(found.number) 版，SHA-256 \(found.sha256)",
        "Version \(found.number), SHA-256 \(found.sha256)"))
  }
}
