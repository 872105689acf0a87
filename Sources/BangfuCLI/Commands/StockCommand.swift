import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock`: what is on hand, and what comes in and goes out beside sales.
struct StockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stock",
    abstract: say(
      "库存：入库、损耗、批次、组装与现存", "Stock: goods received, wasted, assembled; lots; what is on hand."),
    groupedSubcommands: [
      CommandGroup(
        name: say("有什么", "What is there"),
        subcommands: [
          StockList.self, Lots.self, Expiring.self, StockAgeing.self, Moves.self, Shortages.self,
          StockExpiredSales.self,
        ]),
      CommandGroup(
        name: say("进出", "In and out"),
        subcommands: [
          StockReceive.self, Waste.self, Return.self, StockTakeBack.self, TransferCommand.self,
          StockBuild.self, StockUnbuild.self, StockParts.self, WriteOff.self, StockUndo.self,
        ]),
      CommandGroup(
        name: say("盘点与预留", "Counts and promises"),
        subcommands: [
          CountCommand.self, StockMinimum.self, StockReserve.self, StockRelease.self,
          StockReserved.self,
        ]),
    ])

  /// Which location, where a list can be of one.
  struct Where: ParsableArguments {
    @Option(help: ArgumentHelp(say("只看一个地点", "Of one location."))) var location: String?
  }

  struct Lots: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lots",
      abstract: say("现存的批次，先到期的在前", "Lists the lots on hand, the first to expire first."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String?
    @OptionGroup var place: Where
    @OptionGroup var options: ListOptions

    func run() throws {
      try options.show(global.open().lots(of: sku, location: place.location, within: nil))
    }
  }

  struct Expiring: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "expiring",
      abstract: say("快到期和已到期的批次", "Lists the lots that expire soon, or have."))
    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp(say("多少天之内", "Within so many days."))) var within = 30
    @OptionGroup var place: Where
    @OptionGroup var options: ListOptions

    func run() throws {
      try options.show(global.open().lots(of: nil, location: place.location, within: within))
    }
  }

  struct Moves: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "moves", abstract: say("出入库流水，新的在前", "Lists moves of stock, newest first."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String?
    @OptionGroup var place: Where
    @OptionGroup var days: DaysOption
    @OptionGroup var limit: RowLimit
    @OptionGroup var options: ListOptions

    func run() throws {
      try options.show(
        global.open().stockMoves(
          of: sku, location: place.location, days.range ?? .all, limit: limit.rows(options)))
    }
  }

  /// What goes out for good, and why.
  struct Removal: ParsableArguments {
    @Argument(
      help: ArgumentHelp(
        say("货号:数量，可带单位，可加 #批号，可多个", "SKU:QUANTITY, maybe with a unit and #LOT; one or more."),
        valueName: "item"))
    var items: [String]
    @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
    var location: String?
    @Option(help: ArgumentHelp(say("原因，如 损耗、死亡、破损、试吃", "Why, such as 损耗, 死亡, 破损 or 试吃.")))
    var reason: String
    @OptionGroup var by: OperatorOption

  }

  struct Waste: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "waste",
      abstract: say("损耗：坏的、死的、破的、试吃的", "Takes out what is spoilt, dead, broken or tasted."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var removal: Removal

    func run() throws {
      let cost = try global.open(operator: removal.by.operator).remove(
        StockItems(parsing: removal.items), from: removal.location, toSupplier: false,
        reason: removal.reason
      ).cost
      printToStandardError(
        say("已记损耗，成本 \(cost.grouped)", "Taken out as waste, at a cost of \(cost.grouped)."))
    }
  }

  struct Return: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "return", abstract: say("退回供应商，按进价抵欠款", "Gives goods back to their supplier."),
      discussion: say(
        "按进货价少欠供应商，先抵最近的收货单；没有从他们进货的记录，就不抵。",
        """
        What is owed for them is less by what they were bought for, by the newest receipts first; what no receipt from the \
        supplier is recorded for is credited nothing.
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var removal: Removal
    @Option(
      help: ArgumentHelp(
        say("供应商代码；默认为批次或商品的供应商", "The supplier; by default the lot's or the product's.")))
    var supplier: String?
    @Option(help: ArgumentHelp(say("哪张收货单", "The receipt they came with."))) var receipt: Int64?

    func run() throws {
      let back = try global.open(operator: removal.by.operator).remove(
        StockItems(parsing: removal.items), from: removal.location, toSupplier: true,
        supplier: supplier, receipt: receipt, reason: removal.reason)
      let taker = back.supplier.map { " \($0)" } ?? ""
      let credit =
        back.credit == .zero
        ? "" : say("，少欠 \(back.credit.grouped)", "; \(back.credit.grouped) less is owed")
      printToStandardError(
        say(
          "已退供应商\(taker)，成本 \(back.cost.grouped)\(credit)",
          "Given back to the supplier\(taker), at a cost of \(back.cost.grouped)\(credit)."))
      guard back.uncredited > .zero else { return }
      printToStandardError(
        say(
          "其中 \(back.uncredited.short) 没有进货记录，没有抵欠款",
          "Of \(back.uncredited.short) no purchase is recorded: nothing is credited for it."))
    }
  }

  struct Shortages: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "shortages",
      abstract: say("已发生的销售还缺哪些库存", "Lists what sales that had happened are still short of."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().shortages()) }
  }

  struct WriteOff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "write-off",
      abstract: say("核销一种商品的缺货", "Writes off what sales are still short of, of a product."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
    @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
    var location: String?
    @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
    @OptionGroup var by: OperatorOption
    @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false

    func run() throws {
      let programme = try global.open(operator: by.operator)
      try confirm(say("核销 \(sku) 的缺货？", "Write off the shortage of \(sku)?"), yes: yes)
      let lines = try programme.writeOffShortages(of: sku, at: location, reason: reason)
      printToStandardError(
        say(
          "已核销 \(lines) 条明细的缺货",
          "Wrote off the shortage of \(lines) \(lines == 1 ? "line" : "lines")."))
    }
  }
}

extension StockItems {
  /// Reads items as people write them.
  init(parsing texts: [String]) throws(Problem) {
    self.init()
    for text in texts { try add(parsing: text.typed) }
  }
}
