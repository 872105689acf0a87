import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock list`: what is on hand, now or at the end of a past day.
struct StockList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "现存数量、成本金额、预留、在途、可卖天数和最低库存",
      "Lists what is on hand, at cost, reserved, in transit, the days it lasts, and its minimum."),
    discussion: say(
      "可卖天数按最近 28 天的速度。--as-of 是那一天结束时的数量和金额，等于到那时为止所有流水之和。",
      """
      Days are at the pace of the last 28 days. --as-of gives the quantity and cost at the end of a day: the sum of all moves \
      recorded up to then.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var at: LocationOption
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
      return try options.show(programme.stock.levels(at: at.location, asOf: asOf))
    }
    try options.show(programme.stock.levels(at: at.location, isLow: below))
  }
}
