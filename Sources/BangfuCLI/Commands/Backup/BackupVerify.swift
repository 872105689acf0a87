import ArgumentParser
import Bangfu

/// `bangfu backup verify`: verifies a backup: restores it into a scratch database, checks it, compares counts.
struct BackupVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: say(
      "验证备份：恢复到临时数据库，核对，比较行数",
      "Verifies a backup: restores it into a scratch database, checks it, compares counts."),
    discussion: say(
      "备份是程序，恢复就是运行它：只验证和恢复信得过的备份。不动现有的数据。",
      """
      A backup is a program, and to restore it is to run it: verify and restore only what you trust. What is there now is \
      not touched.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("备份文件", "The backup file."))) var file: String
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let found = try global.backups().verify(file, operatorName: Session.operatorName())
    let counts = Table(
      [.table, .backup, .now],
      rows: found.counts.map { [Cell($0.table), Cell($0.backup), Cell($0.now)] })
    printRows(counts, format)
    let broken = found.checks.filter { $0.violations > 0 }
    if !broken.isEmpty { report(broken, .table) }
    guard found.isSound else {
      printToStandardError(
        say(
          "\(file)：核对没有通过，或现在缺了备份里有的行",
          "\(file): it does not check out, or rows that it has are missing now."))
      throw ExitCode(Exit.no.rawValue)
    }
    printToStandardError(
      say("\(file)：可以恢复，核对通过", "\(file): can be restored, and checks out."))
  }
}
