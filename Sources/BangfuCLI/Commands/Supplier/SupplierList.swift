import ArgumentParser
import Bangfu

/// `bangfu supplier list`: lists the suppliers.
struct SupplierList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出供应商", "Lists the suppliers."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(Table(global.open().suppliers.list())) }
}
