import ArgumentParser
import Bangfu
import Domain

/// `bangfu supplier buyback`: goods that a supplier takes back under a contract.
struct SupplierBuyBack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buyback",
    abstract: say(
      "回购出库：按合同价抵欠款，不是销售",
      "Gives goods to a supplier under a contract: no sale; set against what is owed."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String
  @Argument(
    help: ArgumentHelp(
      say("货号:数量，可加 #批号，可多个", "SKU:QUANTITY, maybe with #LOT; one or more."), valueName: "item"))
  var items: [String]
  @Option(
    name: [.customLong("from"), .customLong("location")],
    help: ArgumentHelp(say("出货地点；默认为默认门店", "Where from; by default the default location.")))
  var from: String?
  @Option(help: ArgumentHelp(say("日期；默认今天", "The day; by default today."))) var day: BusinessDay?
  @Option(help: ArgumentHelp(say("备注，如单号", "A remark, such as the note's number."))) var note:
    String?
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    try sure.confirm(TypedTime(day, "--day"))
    let result = try global.open(operator: by.operator).buyBack(
      StockItems(parsing: items), by: supplier, from: from, day: day, note: note,
      id: id.map(RequestID.checked))
    result.show(
      say(
        "回购 \(result.number)：\(supplier) 应付 \(result.amount.grouped)，成本 \(result.cost.grouped)，记在 \(day ?? Today.day)",
        "Buy-back \(result.number): \(supplier) owes \(result.amount.grouped) for goods that cost \(result.cost.grouped), booked on \(day ?? Today.day)"
      ), format)
    if format == .table {
      printToStandardError(
        say(
          "记错了就撤销：bangfu supplier buyback-undo \(result.number) --reason 原因",
          "If that was wrong: bangfu supplier buyback-undo \(result.number) --reason WHY"))
    }
  }
}

/// `bangfu supplier buyback-undo`: takes back a buy-back that was entered by mistake.
struct SupplierBuyBackUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buyback-undo",
    abstract: say("撤销记错的回购：货和欠款都还原", "Takes back a buy-back that was entered by mistake."),
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
    let result = try global.open(operator: by.operator).undoBuyBack(
      number, day: day, reason: reason, id: id.map(RequestID.checked))
    result.show(
      say(
        "已撤销回购 \(number)：货已回库，成本 \(result.cost.grouped)；\(result.supplier) 不再应付 "
          + "\(result.amount.grouped)，记在 \(day ?? Today.day)",
        "Took back buy-back \(number): goods that cost \(result.cost.grouped) are back, and "
          + "\(result.supplier) does not owe \(result.amount.grouped), booked on \(day ?? Today.day)"
      ), format)
  }
}

extension Programme.BuyBack {
  /// Says what became of a buy-back, and what is owed now.
  fileprivate func show(_ words: String, _ format: Format) {
    switch format {
    case .json:
      let json = JSON.object([
        ("posting", .int(number)), ("amount", .string(amount.description)),
        ("cost", .string(cost.description)), ("owed", .string(owed.description)),
        ("repeated", .bool(repeated)),
      ])
      printLine(json.pretty)
    case .csv:
      printLine("posting,amount,cost,owed,repeated")
      printLine("\(number),\(amount),\(cost),\(owed),\(repeated)")
    case .table: printLine(words + againWords(repeated) + say("；", "; ") + owedWords(owed))
    }
  }
}
