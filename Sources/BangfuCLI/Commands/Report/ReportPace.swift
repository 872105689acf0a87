import ArgumentParser
import Bangfu
import Domain

/// `bangfu report pace`: how fast the programme goes towards its target.
struct ReportPace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pace",
    abstract: say(
      "进度：按现在的速度能不能完成目标", "The pace towards the target, and a forecast with its range."),
    discussion: say(
      "预测按各渠道过去几周的计入额和季节推算，范围是八成把握；缺文件的渠道不推算。误差是同样的方法预测过去各月差多少。",
      """
      The forecast goes by what past weeks counted and by seasons; its range holds four of five outcomes. A channel whose \
      file is missing is in no forecast. The error is by how much the same way was off for months past.
      """))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("算到哪一天", "The day it is reckoned to, as if today."))) var today:
    BusinessDay?
  @OptionGroup var options: ChartOptions

  func run() throws {
    let pace = try global.openForReports().reports.pace(today: today)
    try PacePages(pace: pace, unit: options.list.unit).show(by: options)
  }
}
