import ArgumentParser
import Bangfu

/// `bangfu backup restore`: restores a backup into an empty database, and checks it.
struct BackupRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: say(
      "恢复到空的数据库，最后核对一遍", "Restores a backup into an empty database, and checks it."),
    discussion: say(
      "备份是程序，恢复就是以数据库所有者的权限运行它：只恢复信得过的备份。旧版本的会升级；更新的、别的项目的会拒绝，什么也不留。",
      """
      A backup is a program, and to restore it is to run it with the rights of the database's owner: restore only what you \
      trust. An older one is upgraded; a newer one, or another programme's, is refused, and nothing stays.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("备份文件", "The backup file."))) var file: String
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let programme = try global.backups().restore(file, operatorName: Session.operatorName())
    let results = try programme.checks.run()
    report(results, format)
    printToStandardError(say("已从 \(file) 恢复", "Restored from \(file)."))
    let logins = try programme.people.withoutPassword()
    if !logins.isEmpty {
      let list = logins.joined(separator: say("、", ", "))
      printToStandardError(
        say(
          "备份里没有口令，这些人还不能登录：\(list)。逐个重设：bangfu person password 登录名",
          "A backup has no passwords; these cannot log in yet: \(list). Set each: bangfu person password LOGIN"
        ))
    }
    if results.contains(where: { $0.violations > 0 }) { throw ExitCode(Exit.no.rawValue) }
  }
}
