import ArgumentParser
import Bangfu

/// `bangfu person change`: changes a person's name or role; what is not said stays.
struct PersonChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: say("修改姓名或角色（没有写的不变）", "Changes a person's name or role; what is not said stays."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("登录名", "The login."))) var login: String
  @Option(help: ArgumentHelp(say("姓名", "The name."))) var name: String?
  @Option(help: ArgumentHelp(say("角色", "The role."))) var role: Person.Role?
  @Option(help: ArgumentHelp(say("原因，换角色时必填", "Why; needed for another role."))) var reason: String?
  @OptionGroup var by: OperatorOption

  func validate() throws {
    if name == nil, role == nil { throw nothingToChange() }
  }

  func run() throws {
    try global.open(operator: by.operator).people.change(
      login, name: name, role: role, reason: reason, command: "person change")
    printToStandardError(say("已修改 \(login)", "Changed \(login)."))
  }
}
