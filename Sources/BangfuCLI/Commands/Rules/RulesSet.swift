import ArgumentParser
import Bangfu
import Domain

/// `bangfu rules set`: sets rules from a day on.
struct RulesSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("设定从某天起的计入规则", "Sets what counts, from a day on."),
    discussion: say(
      """
      没写的规则照那天现行的。未结账月份的明细按新规则重新判定；已结账的只有重述才改。先用 bangfu rules try 看会改什么。
      例：bangfu rules set --from 2026-01-01 --certificates required --reason 省里通知
      """,
      """
      Rules that are not named stay as they are on that day. Lines of open months are judged anew; closed ones only by a \
      restatement. See first what would change: bangfu rules try.
      Example: bangfu rules set --from 2026-01-01 --certificates required --reason 'the province said so'
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var source: RulesSource
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let programme = try global.open(operator: by.operator)
    let sets = try source.sets(in: programme)
    if !yes {
      for set in sets {
        printToStandardError(
          ([say("\(set.from) 起：", "From \(set.from) on:")] + set.words.map { "  - " + $0 })
            .joined(separator: "\n"))
      }
    }
    try confirm(say("设定这些规则？", "Set these rules?"), yes: yes)
    try rulesActSaid(programme.rules.set(sets, reason: reason), format)
  }
}

/// Says what an act on rules did.
func rulesActSaid(_ act: RulesAct, _ format: Format) throws {
  guard format == .table else {
    return printRows(
      Table(
        [.named("number"), .named("judged")], rows: [[String(act.number), String(act.judged)]]),
      format)
  }
  printLine(
    say(
      "已设定，编号 \(act.number)；重新判定 \(act.judged) 行",
      "Done, number \(act.number); \(act.judged) \(act.judged == 1 ? "line" : "lines") judged anew."
    ))
}
