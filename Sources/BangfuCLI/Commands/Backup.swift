import ArgumentParser
import Bangfu
import Domain

/// `bangfu backup`: a programme into a file, and back.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: say("备份、验证与恢复", "Backs up, verifies and restores a programme."),
    subcommands: [Create.self, Verify.self, Restore.self])

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: say("备份到文件（pg_dump 自定义格式）", "Writes a backup file, in pg_dump's custom format."),
      discussion: say(
        "只有自己能读（0600）。写完整了才有这个名字；已有的备份不覆盖，除非 --replace。",
        """
        For your eyes only (0600). It gets its name when all of it is written; one that is there stays, unless you say \
        --replace.
        """))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("备份文件", "The backup file."))) var file: String
    @Flag(help: ArgumentHelp(say("覆盖已有的", "Replace one that is there."))) var replace = false

    func run() throws {
      if file.isEmpty || file == "-" || file.hasSuffix("/") { throw Problem("backup_file_name") }
      try Programme.backUp(
        at: Session.place(), named: global.programme, to: file, replacing: replace)
      printToStandardError(say("已备份到 \(file)", "Backed up to \(file)."))
    }
  }

  struct Verify: ParsableCommand {
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
      let found = try Programme.verify(
        file, at: Session.place(), named: global.programme, operatorName: Session.operatorName())
      let counts = Table(
        ["table", "backup", "now"].map(Headings.column),
        rows: found.counts.map {
          [$0.table, String($0.backup), $0.now.map(String.init) ?? ""]
        })
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

  struct Restore: ParsableCommand {
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
      let programme = try Programme.restore(
        file, at: Session.place(), named: global.programme, operatorName: Session.operatorName())
      let results = try programme.check()
      report(results, format)
      printToStandardError(say("已从 \(file) 恢复", "Restored from \(file)."))
      if results.contains(where: { $0.violations > 0 }) { throw ExitCode(Exit.no.rawValue) }
    }
  }
}
