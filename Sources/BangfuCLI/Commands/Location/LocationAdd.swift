import ArgumentParser
import Bangfu

/// `bangfu location add`: adds a location.
struct LocationAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("新增地点", "Adds a location."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
  @OptionGroup var fields: LocationFields

  func run() throws {
    try global.open().locations.add(fields.draft(code, name: name))
    printToStandardError(say("已新增地点 \(code) \(name)", "Added location \(code) \(name)."))
  }
}
