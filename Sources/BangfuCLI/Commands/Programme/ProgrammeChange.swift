import ArgumentParser
import Bangfu

/// `bangfu programme change`: says whether one person works alone.
struct ProgrammeChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: say("说明本项目是否只有一个人", "Says whether one person works alone."),
    discussion: say(
      "只有一个人时什么都不要第二人批准，每张报表都会写明；--no-one-person 收回。",
      "Nothing needs a second person then, and every report says so; --no-one-person ends it."
    ))
  @OptionGroup var global: GlobalOptions
  @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("只有一个人", "One person works alone.")))
  var onePerson: Bool
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try programme.approvals.setOnePerson(onePerson, reason: reason)
    printToStandardError(
      onePerson
        ? say(
          "已记下：本项目只有一个人，报表会写明", "One person works alone now; every report says so.")
        : say("已记下：要批准的事又要第二个人", "What needs a second person needs one again."))
  }
}
