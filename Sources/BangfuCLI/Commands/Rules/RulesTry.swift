import ArgumentParser
import Bangfu
import Domain

/// `bangfu rules try`: says what rules would change, and changes nothing.
struct RulesTry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: say("试算规则会改什么，什么都不改", "Says what rules would change, and changes nothing."),
    discussion: say(
      "默认按月和前后规则合计；--lines 列出每一行。已结账月份的要重述才改。",
      """
      By month and rule, before and after; --lines lists every line. Those of closed months change only by a restatement.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var source: RulesSource
  @Option(
    help: ArgumentHelp(
      say("哪几个月：2025-01..2025-10；默认全部", "The months, 2025-01..2025-10; by default all."),
      valueName: "month..month"))
  var months: String?
  @Flag(help: ArgumentHelp(say("列出每一行", "List every line."))) var lines = false
  @OptionGroup var options: ListOptions

  func validate() throws { _ = try range() }

  private func range() throws -> (from: Month, to: Month) {
    let text = months ?? "2010-01..2099-12"
    let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard let from = Month(parts.first ?? ""), let to = Month(parts.last ?? ""), parts.count <= 2,
      from.firstDay <= to.firstDay
    else {
      throw ValidationError(
        say(
          "--months \(text)：写 2025-10，或从早到晚写 2025-01..2025-10",
          "--months \(text): write 2025-10, or 2025-01..2025-10, the earlier first."))
    }
    return (from, to)
  }

  func run() throws {
    let programme = try global.open()
    let (from, to) = try range()
    let trial = try programme.rules.attempt(source.sets(in: programme), from: from, to: to)
    try options.show(lines ? trial.lines : trial.sums)
    if options.isForPeople {
      printToStandardError(
        trial.sums.rows.isEmpty
          ? say("没有明细会改判", "No line would be judged otherwise.")
          : say("什么都没有改；设定用 bangfu rules set", "Nothing was changed; bangfu rules set does."))
    }
  }
}
