import ArgumentParser
import Bangfu
import Domain

/// `bangfu supplier buyback-undo`: undoes a buy-back that was entered by mistake.
struct SupplierBuybackUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buyback-undo",
    abstract: say("撤销记错的回购：货和欠款都还原", "Undoes a buy-back that was entered by mistake."),
    discussion: say(
      "整张撤销：货按原来的批次和成本回到原地点，合同可以再收这么多，供应商不再应付。再记对的。",
      """
      All of it: the goods are back where they left, in their lots and at their cost, the contract takes as much again, and \
      the supplier does not owe for them. Then enter the right one.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("回购编号（见 supplier account）", "The buy-back's number, as in supplier account.")))
  var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Option(help: ArgumentHelp(say("日期；默认今天", "The day; by default today."))) var day: BusinessDay?
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    try sure.confirm(TypedTime(day, "--day"))
    let result = try global.open(operator: by.operator).buyBacks.undo(
      number, day: day, reason: reason, id: id.map(RequestID.checked))
    result.show(
      say(
        "已撤销回购 \(number)：货已回库，成本 \(result.cost.grouped)；\(result.supplier) 不再应付 "
          + "\(result.amount.grouped)，记在 \(day ?? Today.day)",
        "Undid buy-back \(number): goods that cost \(result.cost.grouped) are back, and "
          + "\(result.supplier) does not owe \(result.amount.grouped), booked on \(day ?? Today.day)"
      ), format)
  }
}
