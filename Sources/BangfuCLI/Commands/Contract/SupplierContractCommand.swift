import ArgumentParser

/// `bangfu supplier contract`: buy-back contracts.
struct SupplierContractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contract",
    abstract: say(
      "回购合同：供应商按约定价收回养大的货", "Buy-back contracts: a supplier takes grown goods at an agreed price."),
    subcommands: [SupplierContractAdd.self, SupplierContractList.self, SupplierContractEnd.self])
}
