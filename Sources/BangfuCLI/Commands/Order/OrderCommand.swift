import ArgumentParser

/// `bangfu order`: entering and mending orders.
struct OrderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: say("订单：录入、查看、退款、作废、撤销", "Orders: enter, list, show, refund, void, undo."),
    subcommands: [
      OrderEnter.self, OrderList.self, OrderShow.self, OrderRefund.self, OrderVoid.self,
      OrderUndo.self,
    ])
}
