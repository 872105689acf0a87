import ArgumentParser

/// `bangfu canteen`: organisations that order, are delivered to, accept and are invoiced.
struct CanteenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "canteen",
    abstract: say(
      "食堂等单位：订货、送货、验收、开票、对账",
      "Canteens: orders, deliveries, acceptances, invoices, statements."),
    discussion: say(
      "订货时预留库存；送货时出库；验收（称重或清点）的数量才是销售，挂账；拒收的退回库存。",
      """
      An order reserves stock; goods leave at delivery; what the buyer weighs or counts and accepts is sold, on account; \
      what is refused comes back into stock.
      """),
    subcommands: [
      CanteenOrder.self, CanteenDeliver.self, CanteenAccept.self, CanteenInvoice.self,
      CanteenEnd.self, CanteenUndo.self, CanteenList.self, CanteenShow.self,
      CanteenStatement.self, CanteenConfirm.self, CanteenDispute.self,
      CanteenWeekly.self,
    ])
}
