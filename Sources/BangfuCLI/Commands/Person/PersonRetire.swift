import ArgumentParser
import Bangfu

/// `bangfu person retire`: retires a person, whose facts stay.
struct PersonRetire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: say(
      "停用人员：记的账不变，不能再登录", "Retires a person: what they posted stays, they cannot log in."),
    discussion: say("停错了：--undo 恢复。", "Retired by mistake: --undo lets them work again."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("登录名", "The login."))) var login: String
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("恢复已停用的人员", "Let a retired person work again."))) var undo = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    try global.open(operator: by.operator).people.retire(
      login, isBack: undo, reason: reason, command: "person retire")
    printToStandardError(
      undo
        ? say("\(login) 可以重新登录", "\(login) can log in again.")
        : say("\(login) 已停用", "\(login) is retired."))
  }
}
