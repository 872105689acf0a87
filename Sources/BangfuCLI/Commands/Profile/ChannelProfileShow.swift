import ArgumentParser
import Bangfu

/// `bangfu channel profile show`: prints a profile's file.
struct ChannelProfileShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("显示一种格式的文件", "Prints a profile's file."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("格式名", "The profile's name."))) var name: String

  func run() throws {
    let text = try Session.profiles().show(name)
    printData(text.hasSuffix("\n") ? text : text + "\n")
  }
}
