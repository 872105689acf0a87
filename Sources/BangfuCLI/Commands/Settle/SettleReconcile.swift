import ArgumentParser
import Bangfu
import Domain

/// `bangfu settle reconcile`: the orders of a month against what was settled of them.
struct SettleReconcile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: say(
      "一个月的订单与结算核对：付款 − 退款 − 费用 = 已结算 + 未清",
      "Reconciles a month's orders: paid - refunds - fees = settled + open."),
    discussion: say(
      "订单归在成交的月份，连同它后来的退款和结算；没有导入的订单归在第一笔结算的月份。--by 可以是 reason（为什么未清）、"
        + "order（对不上的订单）、fee（各项费用和费率）、rate（费用与约定不符的订单）、host（达人佣金）、day（柜台每天的微信、支付宝收款和账单）。",
      """
      An order is in the month of its sale, with its refunds and settlements to this day; one that was never imported in \
      the month of its first settlement. By reason (why it is open), order (those that do not match), fee (fees with \
      their rates), rate (orders whose fees are not as agreed), host (commissions by streamer), or day (what tills took \
      by WeChat and Alipay, against their bills).
      """))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String
  @Option(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Option(
    help: ArgumentHelp(
      say(
        "按什么：reason 原因、order 订单、fee 费用、rate 费率、host 达人、day 柜台每天",
        "By reason, order, fee, rate, host or day.")))
  var by = ReconciliationDimension.reason
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(global.openForReports().settlements.reconcile(channel, month, by: by))
  }
}
