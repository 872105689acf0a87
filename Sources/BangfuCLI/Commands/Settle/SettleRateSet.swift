import ArgumentParser
import Bangfu
import Domain

/// `bangfu settle rate set`: the rate of a fee from a day on.
struct SettleRateSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("登记一项费用的费率，从某天起", "Keeps the rate of a fee from a day on."),
    discussion: say(
      """
      例：bangfu settle rate set douyin commission 20 --host 4477 --from 2025-10-01 --source 合同12号。费用：service-fee \
      技术服务费、commission 达人佣金、agent-fee、promotion-fee、insurance、payment-fee 手续费、other-fee。费率是实付加补贴的百分\
      之几；新的费率从它的那天起代替旧的，达人自己的费率先于渠道的。
      """,
      """
      Example: bangfu settle rate set douyin commission 20 --host 4477 --from 2025-10-01 --source 合同12号. Fees: \
      service-fee, commission, agent-fee, promotion-fee, insurance, payment-fee, other-fee. A rate is a percentage of \
      what buyers paid and of its subsidies; it holds until another begins, a streamer's own before the channel's.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String
  @Argument(help: ArgumentHelp(say("费用", "The kind of fee."))) var kind: String
  @Argument(help: ArgumentHelp(say("百分之几", "The percentage."))) var percent: String
  @Option(help: ArgumentHelp(say("从哪天起", "The first day."))) var from: BusinessDay
  @Option(help: ArgumentHelp(say("依据：规则或合同", "The rule or the contract that says so.")))
  var source: String
  @Option(help: ArgumentHelp(say("达人ID；不写则不限", "A streamer's number; by default all.")))
  var host = ""
  @Flag(
    help: ArgumentHelp(say("结算后退款不退这项费用", "It is kept of what is refunded after it was settled.")))
  var kept = false
  @Option(help: ArgumentHelp(say("备注", "A remark."))) var note: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try sure.confirm(TypedTime(from, "--from"))
    var rate = FeeRate(
      of: channel, kind: kind, percent: percent.typed, from: from, source: source)
    (rate.host, rate.isKept, rate.note) = (host, kept, note)
    let number = try programme.settlements.set(rate)
    printLine(
      say(
        "费率 \(number)：\(channel) \(CodeWords.word(kind)) \(percent.typed)%，从 \(from) 起",
        "Rate \(number): \(channel) \(kind) \(percent.typed)%, from \(from)"))
  }
}
