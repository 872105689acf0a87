import ArgumentParser
import Bangfu
import Domain

/// `bangfu backup create`: writes a backup file, in pg_dump's custom format.
struct BackupCreate: ParsableCommand {
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
    try global.backups().create(file, replacing: replace)
    printToStandardError(say("已备份到 \(file)", "Backed up to \(file)."))
  }
}
