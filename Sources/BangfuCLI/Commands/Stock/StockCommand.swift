import ArgumentParser

/// `bangfu stock`: what is on hand, and what comes in and goes out beside sales.
struct StockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stock",
    abstract: say(
      "库存：入库、损耗、批次、组装与现存", "Stock: goods received, wasted, assembled; lots; what is on hand."),
    groupedSubcommands: [
      CommandGroup(
        name: say("有什么", "What is there"),
        subcommands: [
          StockList.self, StockLots.self, StockExpiring.self, StockAgeing.self, StockMoves.self,
          StockShortages.self,
          StockExpiredSales.self,
        ]),
      CommandGroup(
        name: say("进出", "In and out"),
        subcommands: [
          StockReceive.self, StockWaste.self, StockReturn.self, StockTakeBack.self,
          StockTransferCommand.self,
          StockBuild.self, StockUnbuild.self, StockParts.self, StockWriteOff.self, StockUndo.self,
        ]),
      CommandGroup(
        name: say("盘点与预留", "Counts and promises"),
        subcommands: [
          StockCountCommand.self, StockMinimum.self, StockReserve.self, StockRelease.self,
          StockReserved.self,
        ]),
    ])
}
