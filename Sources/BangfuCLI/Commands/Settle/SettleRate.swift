import ArgumentParser

/// `bangfu settle rate`: the rates of fees that were agreed.
struct SettleRate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate",
    abstract: say("约定的费率：登记、列出、撤销", "The rates of fees that were agreed."),
    discussion: say(
      "按订单成交那天的费率算应扣多少，和平台实扣的比：bangfu settle reconcile --by fee、--by rate。",
      """
      What was withheld is compared with the rate of the day that an order was sold on: bangfu settle reconcile --by fee, \
      --by rate.
      """),
    subcommands: [SettleRateSet.self, SettleRateList.self, SettleRateUndo.self])
}
