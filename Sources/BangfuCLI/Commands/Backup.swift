import ArgumentParser
import Bangfu

/// `bangfu backup`: a programme into a file, and back.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: say("备份与恢复", "Backs up and restores a programme."),
    subcommands: [Create.self, Restore.self])

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: say("备份到文件（pg_dump 自定义格式）", "Writes a backup file, in pg_dump's custom format."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("备份文件", "The backup file."))) var file: String

    func run() throws {
      try global.open().backUp(to: file)
      printToStandardError(say("已备份到 \(file)", "Backed up to \(file)."))
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: say(
        "恢复到空的数据库，最后核对一遍", "Restores a backup into an empty database, and checks it."))
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
