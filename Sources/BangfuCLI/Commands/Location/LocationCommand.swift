import ArgumentParser

/// `bangfu location`: shops, warehouses, stands.
struct LocationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "location",
    abstract: say("门店、仓库与展位", "Shops, warehouses and stalls that hold stock."),
    subcommands: [LocationAdd.self, LocationList.self, LocationShow.self, LocationChange.self])
}
