import ArgumentParser
import Channels
import Domain

/// `bangfu channel profile show`: prints a profile's file.
struct ChannelProfileShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("显示一种格式的文件", "Prints a profile's file."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("格式名", "The profile's name."))) var name: String

  func run() throws {
    let own = try Session.ownProfiles()
    let texts = Profile.shippedTexts() + own.texts
    let isTwice = own.library.faults.contains {
      $0.problem.code == "profile_name_twice" && $0.name == name
    }
    let found = texts.last { (try? Profile.named(in: $0.text)) == name }
    guard let found, !isTwice else {
      _ = try own.library.choose(name)
      return
    }
    printData(found.text.hasSuffix("\n") ? found.text : found.text + "\n")
  }
}
