import ArgumentParser

/// `bangfu supplier`: the suppliers.
struct SupplierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supplier", abstract: say("供应商", "Suppliers."),
    subcommands: [
      SupplierAdd.self, SupplierList.self, SupplierShow.self, SupplierChange.self,
      SupplierOwed.self, SupplierAccount.self,
      SupplierPay.self, SupplierAdjust.self, SupplierUndo.self, SupplierContractCommand.self,
      SupplierBuyback.self,
      SupplierBuybackUndo.self, SupplierLink.self, SupplierUnlink.self, SupplierHouseholds.self,
    ])
}
