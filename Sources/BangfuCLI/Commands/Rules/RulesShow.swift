import ArgumentParser
import Bangfu
import Domain

/// `bangfu rules show`: shows the rule sets that hold.
struct RulesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("显示现行的计入规则", "Shows the rule sets that hold."),
    discussion: say(
      "--format json 输出的就是规则文件：改好后用 bangfu rules try、rules set。",
      "What --format json prints is a file of rules: change it, then bangfu rules try, and rules set."
    ))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("只看这一天的", "Only the one in force on this day."))) var on:
    BusinessDay?
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let rules = try global.open().rules
    let sets = try on.map { [try rules.inForce(on: $0)].compactMap(\.self) } ?? rules.inForce()
    switch format {
    case .table:
      for (number, set) in sets.enumerated() {
        if number > 0 { printLine("") }
        for line in set.words { printLine(line.wrapped(to: Screen.width ?? 80, indentation: 4)) }
      }
    case .json: printLine(JSON.object([("rule_sets", .array(sets.map { $0.rules.json }))]).pretty)
    case .csv: printRows(Table(sets), .csv)
    }
  }
}
