import ArgumentParser

/// `bangfu settle`: what platforms and payment services paid and withheld.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: say("结算：平台付了多少、扣了多少，与订单核对", "Settlements: paid and withheld, against orders."),
    discussion: say(
      "结算文件和支付账单也用 bangfu import 导入。",
      "Settlement files and payment bills are imported by bangfu import as well."),
    subcommands: [SettleReconcile.self, SettleList.self, SettleRate.self])
}
