import ArgumentParser
import Bangfu

/// `bangfu session show`: lists what was said of a livestream session.
struct SessionShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("一场直播登记过什么：谁、何时、为什么", "Lists what was said of a session: who, when, why."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("场次编号", "The session's number."))) var number: Int64
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().livestreams.show(number)) }
}
