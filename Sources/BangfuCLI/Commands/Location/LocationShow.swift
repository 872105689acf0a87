import ArgumentParser
import Bangfu

/// `bangfu location show`: shows a location.
struct LocationShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("显示一个地点", "Shows a location."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.showOne(Table([global.open().locations.show(code)]))
  }
}
