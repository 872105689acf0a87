import ArgumentParser
import Bangfu

/// `bangfu canteen list`: lists orders.
struct CanteenList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出没有完的订货；--all 为全部", "Lists orders that are not done; all with --all."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("采购单位代码", "The buyer's code."))) var buyer: String?
  @Flag(help: ArgumentHelp(say("全部", "All orders."))) var all = false
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().canteens.list(of: buyer, all: all)) }
}
