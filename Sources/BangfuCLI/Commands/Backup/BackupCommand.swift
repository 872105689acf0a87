import ArgumentParser

/// `bangfu backup`: a programme into a file, and back.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: say("备份、验证与恢复", "Backs up, verifies and restores a programme."),
    subcommands: [BackupCreate.self, BackupVerify.self, BackupRestore.self])
}
