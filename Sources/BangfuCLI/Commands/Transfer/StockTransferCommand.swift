import ArgumentParser

/// `bangfu stock transfer`: goods in transit from one location to another.
struct StockTransferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer",
    abstract: say(
      "调拨：发出、收到、差异、在途", "Goods sent from one location to another, in transit until they arrive."),
    subcommands: [
      StockTransferSend.self, StockTransferReceive.self, StockTransferLose.self,
      StockTransferList.self,
    ])
}
