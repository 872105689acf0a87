import ArgumentParser
import Bangfu

/// `bangfu person password`: sets a password anew.
struct PersonPassword: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password",
    abstract: say(
      "重设口令：本人、负责人或所有者", "Sets a password anew: one's own, or as an official or the owner."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("登录名", "The login."))) var login: String
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String?
  @OptionGroup var secret: PasswordOption
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try programme.people.setPassword(
      of: login, to: secret.new(of: login), reason: reason, command: "person password")
    printToStandardError(say("已重设 \(login) 的口令", "The password of \(login) is set."))
  }
}
