import ArgumentParser
import Bangfu

/// `bangfu stock reserved`: what is promised to whom.
struct StockReserved: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reserved",
    abstract: say(
      "列出预留；--all 包括取消和过期的", "Lists reservations; with --all, those released or past too."))
  @OptionGroup var global: GlobalOptions
  @Flag(help: ArgumentHelp(say("全部预留", "All reservations."))) var all = false
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().reservations.list(all: all)) }
}
