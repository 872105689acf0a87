import ArgumentParser
import Bangfu

/// `bangfu supplier owed`: what is still to be paid.
struct SupplierOwed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "owed",
    abstract: say("还没付清的收货单，最早的在前", "Lists what is still to be paid, the oldest first."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("供应商代码；不写就是全部", "The supplier's code; all without one.")))
  var supplier: String?
  @Flag(help: ArgumentHelp(say("包括已付清的", "Those that are paid too."))) var all = false
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().accounts.owed(to: supplier, all: all)) }
}
