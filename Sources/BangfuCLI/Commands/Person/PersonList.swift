import ArgumentParser
import Bangfu

/// `bangfu person list`: lists the owner and the persons.
struct PersonList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出人员和角色", "Lists the persons and their roles."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(Table(global.open().people.list())) }
}
