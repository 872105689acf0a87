import ArgumentParser
import Bangfu

/// `bangfu supplier households`: the households that suppliers link.
struct SupplierHouseholds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "households",
    abstract: say("列出联结的农户和付给他们的钱", "Lists linked households, and what was paid for them."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String?
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().households.list(of: supplier)) }
}
