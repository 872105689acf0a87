import ArgumentParser
import Bangfu

/// `bangfu unit add`: adds a unit.
struct UnitAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("新增单位", "Adds a unit."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("单位，如 提", "The unit, such as 提."))) var code: String
  @Option(help: ArgumentHelp(say("英文名", "Its English name."))) var english = ""
  @Flag(
    help: ArgumentHelp(
      say("可以有小数；公斤、升这样的度量单位本来就可以", "It may have fractions, as measures such as kg may anyway.")))
  var fractions = false

  func run() throws {
    try global.open().units.add(code, english: english, isWhole: !fractions)
    printToStandardError(say("已新增单位 \(code)", "Added unit \(code)."))
  }
}
