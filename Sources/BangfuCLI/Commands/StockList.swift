import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock list`: what is on hand, now or at the end of a past day.
struct StockList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "现存数量、成本金额、预留、在途、可卖天数和最低库存",
      "Lists what is on hand, at cost, reserved, on its way, the days it lasts, and its minimum."),
    discussion: say(
      "可卖天数按最近 28 天的速度。--as-of 是那一天结束时的数量和金额，等于到那时为止所有流水之和。",
      """
      Days are at the pace of the last 28 days. --as-of tells the quantity and cost at the end of a day: the sum of all moves \
      recorded up to then.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: StockCommand.Where
  @Flag(help: ArgumentHelp(say("只列低于最低库存的", "Only where less is free than must be left.")))
  var below = false
  @Option(help: ArgumentHelp(say("到哪一天结束时 YYYY-MM-DD", "As of the end of a day."))) var asOf:
    BusinessDay?
  @OptionGroup var options: ListOptions

  func validate() throws {
    if below, asOf != nil {
      throw ValidationError(say("--below 和 --as-of 只写一个", "Give --below or --as-of, not both."))
    }
  }

  func run() throws {
    let programme = try global.open()
    if let asOf {
      YesOption.note(
        TypedTime(asOf, "--as-of", .ahead(0)).flatMap { $0.day > Today.day ? $0 : nil })
      return try options.show(programme.stockLevels(location: place.location, asOf: asOf))
    }
    try options.show(programme.stockLevels(location: place.location, isLow: below))
  }
}

/// `bangfu stock ageing`: how long goods have been there.
struct StockAgeing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ageing",
    abstract: say("库龄：现存的货到了多少天", "Lists what is on hand by age."),
    discussion: say(
      "按批次管理的从这一批第一次入库算起；其余的按先进先出，留下的是最近到这个地点的。",
      """
      A lot is as old as its first receipt. Of other goods, those that came to the location last are taken to be what is \
      still there.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: StockCommand.Where
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().stockAges(location: place.location)) }
}

/// `bangfu stock minimum`: what must be left.
struct StockMinimum: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minimum",
    abstract: say(
      "最低库存：列出，或设定（0 为取消）", "Lists what must be left of products, or says it; 0 for nothing."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String?
  @Argument(help: ArgumentHelp(say("至少剩多少（基本单位）", "The base units that must be left.")))
  var quantity: String?
  @Option(
    help: ArgumentHelp(
      say("地点代码；设定时默认为默认门店", "The location; to set it, by default the default one.")))
  var location: String?
  @OptionGroup var options: ListOptions

  func validate() throws {
    if sku != nil, quantity == nil {
      throw ValidationError(
        say("至少剩多少？不小于 0，0 为取消", "How many must be left, 0 or more? 0 is no minimum."))
    }
  }

  func run() throws {
    let programme = try global.open()
    guard let sku, let quantity else {
      return try options.show(programme.minimums(location: location))
    }
    guard let least = Quantity(quantity.typed), least >= .zero else {
      throw Problem("minimum_malformed", ["quantity": quantity])
    }
    let it = try programme.setMinimum(of: sku, least, at: location)
    printToStandardError(
      least == .zero
        ? say(
          "\(it.location) 的 \(it.sku) \(it.name) 不再有最低库存",
          "\(it.sku) \(it.name) has no minimum at \(it.location) any more.")
        : say(
          "\(it.location) 至少要剩 \(it.sku) \(it.name) \(least.short) \(it.unit)",
          "At least \(least.short) \(it.unit) of \(it.sku) \(it.name) must be left at \(it.location)."
        ))
  }
}
