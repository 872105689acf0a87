import ArgumentParser
import Bangfu

/// `bangfu supplier contract list`: lists contracts, and what was bought back.
struct SupplierContractList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出回购合同和已回购的", "Lists contracts, and what was bought back.")
  )
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().contracts.list()) }
}
