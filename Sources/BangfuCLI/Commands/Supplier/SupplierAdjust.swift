import ArgumentParser
import Bangfu
import Domain

/// `bangfu supplier adjust`: a price agreed later, or mistyped.
struct SupplierAdjust: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust",
    abstract: say(
      "调整欠款：价格后来才定，或进价写错了", "Owes a supplier more or less: a price agreed later, or mistyped."),
    discussion: say(
      "只改欠多少，不改库存成本：货出库时成本已经定下来了。",
      "It changes what is owed, not what the stock cost: that was fixed when goods left."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String
  @Option(help: ArgumentHelp(say("多欠多少元", "Yuan more that are owed."))) var more: String?
  @Option(help: ArgumentHelp(say("少欠多少元", "Yuan less that are owed."))) var less: String?
  @Option(help: ArgumentHelp(say("哪张收货单", "The receipt that it is about."))) var receipt: Int64?
  @Option(help: ArgumentHelp(say("日期；默认今天", "The day; by default today."))) var day: BusinessDay?
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    if (more == nil) == (less == nil) {
      throw ValidationError(say("写 --more 或 --less", "Say --more or --less."))
    }
  }

  func run() throws {
    let amount = try Money(asked: (more ?? less ?? "").typed, in: supplier)
    try sure.confirm(TypedTime(day, "--day"))
    let entry = try global.open(operator: by.operator).accounts.adjust(
      supplier, by: more == nil ? -amount : amount, receipt: receipt, day: day,
      reason: reason)
    entry.show(
      say(
        "已调整 \(supplier) 的欠款，记在 \(day ?? Today.day)",
        "Adjusted what is owed to \(supplier), booked on \(day ?? Today.day)"), as: "adjustment",
      format)
  }
}
