import ArgumentParser
import Bangfu

/// `bangfu person add`: adds a person with a login of the server's own.
struct PersonAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say("新增人员，用数据库自己的登录", "Adds a person, by a login of the database's own."),
    discussion: say(
      "口令在终端上问两遍，或从 --password-file 的第一行读；只存在数据库里（SCRAM）。以本人身份运行：bangfu --as 登录名 …",
      """
      The password is asked for twice on the terminal, or read from the first line of --password-file; the database alone \
      keeps it (SCRAM). To work as that person: bangfu --as LOGIN …
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("登录名：小写字母、数字、_", "The login: small letters, digits, _.")))
  var login: String
  @Option(help: ArgumentHelp(say("姓名", "The name."))) var name: String
  @Option(
    help: ArgumentHelp(
      say(
        "角色：clerk 店员、accountant 会计、official 负责人、reader 查阅",
        "The role: clerk, accountant, official or reader.")))
  var role: Person.Role
  @OptionGroup var secret: PasswordOption
  @Flag(
    help: ArgumentHelp(
      say("不设口令：登录已由管理员建好", "Set no password: an administrator has made the login.")))
  var noPassword = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    let password = noPassword ? nil : try secret.new(of: login)
    try programme.people.add(
      login, name: name, role: role, password: password, command: "person add")
    printToStandardError(
      say(
        "已新增 \(login) \(name)（\(CodeWords.chinese(role.rawValue))）",
        "Added \(login) \(name), \(role.rawValue)."))
  }
}
