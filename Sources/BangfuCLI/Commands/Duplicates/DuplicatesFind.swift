import ArgumentParser
import Bangfu
import Domain

/// `bangfu duplicates find`: looks for sales that two sources may report.
struct DuplicatesFind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: say("查找可能重复的销售", "Looks for sales that two sources may report."),
    discussion: say(
      "比较单号（带 -1、A 之类后缀的也算）、日子、商品数量金额、采购单位；各项的分量由数据估计。已决定的不再问。",
      """
      It compares order numbers (with affixes such as -1 and A), days, goods and buyers; how much each says is estimated from \
      the data. What was decided is not asked again.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: PeriodOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    guard let period = time.period, let from = BusinessDay(period.firstDay),
      let to = BusinessDay(period.lastDay)
    else { return }
    let found = try global.open().duplicates.find(from: from, to: to)
    guard format == .table else {
      return printRows(
        Table(
          [.named("groups"), .named("pairs")], rows: [[String(found.groups), String(found.pairs)]]),
        format)
    }
    printLine(
      found.groups == 0
        ? say("没有找到可能重复的销售", "No sale is likely to be reported twice.")
        : say(
          "\(found.groups) 组待决定（\(found.pairs) 对）：bangfu duplicates list",
          "\(found.groups) \(found.groups == 1 ? "group" : "groups") to decide, \(found.pairs) \(found.pairs == 1 ? "pair" : "pairs"): bangfu duplicates list"
        ))
  }
}
