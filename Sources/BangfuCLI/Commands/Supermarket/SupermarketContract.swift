import ArgumentParser
import Bangfu
import Domain

/// `bangfu supermarket contract`: the terms of a supermarket from a day on.
struct SupermarketContract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contract",
    abstract: say("登记合同条款，从某天起", "Keeps the terms of a supermarket from a day on."),
    discussion: say(
      """
      例：bangfu supermarket contract zhenhua --kind concession --rate 18 --period-end 25 --from 2025-01-01 --shop 东昌店。\
      新的条款从它的那天起代替旧的；记错了用 bangfu supermarket undo 编号 撤销。
      """,
      """
      Example: bangfu supermarket contract zhenhua --kind concession --rate 18 --period-end 25 --from 2025-01-01 --shop \
      东昌店. New terms hold from their day in the place of the old; bangfu supermarket undo N takes wrong ones away.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("商超的渠道代码", "The supermarket's channel."))) var channel: String
  @Option(
    help: ArgumentHelp(
      say("consignment 代销、concession 联营", "consignment (代销) or concession (联营).")))
  var kind: SupermarketKind
  @Option(help: ArgumentHelp(say("扣点，百分之几；联营才有", "Percent of its till that a concession keeps.")))
  var rate: String = "0"
  @Option(
    help: ArgumentHelp(
      say("结算到每月几日；31 为月末", "The day of a month on which a period ends; 31: its last.")))
  var periodEnd = 31
  @Option(help: ArgumentHelp(say("从哪天起", "The first day."))) var from: BusinessDay
  @Option(
    help: ArgumentHelp(
      say("门店名，可多次；不写则不限", "A shop in its sheets; may be repeated; by default any.")))
  var shop: [String] = []
  @Option(help: ArgumentHelp(say("备注，如合同号", "A remark, such as the contract's number.")))
  var note: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try sure.confirm(TypedTime(from, "--from"))
    var terms = SupermarketTerms(of: channel, from: from, kind: kind)
    guard let percent = Money(rate.typed), let day = Int16(exactly: periodEnd) else {
      throw Problem("supermarket_rate", ["rate": rate])
    }
    (terms.rate, terms.lastDay, terms.shops) = (percent, Int(day), shop)
    let number = try programme.supermarkets.add(terms, reason: note)
    printLine(
      say(
        "条款 \(number)：\(channel) \(CodeWords.word(kind.rawValue))，扣点 \(percent)%，结算到每月 \(periodEnd) 日，从 \(from) 起",
        "Terms \(number): \(channel), \(kind.rawValue), keeps \(percent)%, periods end on day \(periodEnd), from \(from)"
      ))
  }
}
