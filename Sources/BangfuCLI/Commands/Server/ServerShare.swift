import ArgumentParser
import Bangfu

/// `bangfu server share`: opens the private server to a group of the system.
struct ServerShare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: say("让系统的一个用户组连到私有数据库", "Opens the private server to a group of the system's users."),
    discussion: say(
      "组里的人凭自己的登录和口令连接；数据文件仍只属于所有者。",
      "Its members come in by their own logins and passwords; the data's files stay the owner's alone."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("用户组", "The group."))) var group: String?
  @Flag(help: ArgumentHelp(say("只留给所有者", "Close it to all but the owner."))) var close = false

  func validate() throws {
    if (group == nil) != close {
      throw ValidationError(say("写一个用户组，或 --close", "Name a group, or give --close."))
    }
  }

  func run() throws {
    let server = try Session.database().privateServer
    try server.share(with: group)
    guard let group else {
      return printToStandardError(say("只有所有者能连接了", "The owner alone can connect now."))
    }
    printToStandardError(
      say(
        "组 \(group) 的成员可以连接了，设置：BANGFU_DATABASE='host=\(server.socketFolder) dbname=bangfu user=登录名'",
        "Members of \(group) can connect now: BANGFU_DATABASE='host=\(server.socketFolder) dbname=bangfu user=LOGIN'"
      ))
  }
}
