import ArgumentParser

/// `bangfu import`: channel files.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("导入渠道文件，列出、退回、撤销", "Imports channel files; lists, rejects, undoes."),
    discussion: say(
      "导入文件的选项见 bangfu import file --help",
      "For the options of importing see bangfu import file --help."),
    subcommands: [
      ImportFile.self, ImportList.self, ImportRejects.self, ImportShow.self, ImportUndo.self,
      ImportRedact.self,
    ],
    defaultSubcommand: ImportFile.self)
}
