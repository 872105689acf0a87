import ArgumentParser
import Bangfu

/// `bangfu import list`: lists the files imported.
struct ImportList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出导入过的文件", "Lists the files imported."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().imports.list()) }
}
