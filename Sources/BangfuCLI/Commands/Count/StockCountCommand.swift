import ArgumentParser

/// `bangfu stock count`: counting stock while selling goes on.
struct StockCountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: say(
      "盘点：边卖边盘，第二人批准", "Stock counts, while selling goes on; a second person approves."),
    subcommands: [
      StockCountOpen.self, StockCountSheet.self, StockCountEnter.self, StockCountShow.self,
      StockCountApprove.self, StockCountCancel.self, StockCountList.self,
    ])
}
