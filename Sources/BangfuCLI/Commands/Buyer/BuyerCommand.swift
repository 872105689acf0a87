import ArgumentParser

/// `bangfu buyer`: the organisations that buy.
struct BuyerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buyer", abstract: say("采购单位", "Organisations that buy."),
    subcommands: [
      BuyerAdd.self, BuyerList.self, BuyerShow.self, BuyerChange.self, BuyerImport.self,
      BuyerPay.self, BuyerAccount.self, BuyerReserve.self,
    ])
}
