import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock reserve`: goods promised to somebody.
struct StockReserve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reserve",
    abstract: say("预留：答应给谁的货，到哪天为止", "Promises goods to somebody until a day."),
    discussion: say(
      "预留的货还在架上，不锁定；剩下的不够时，柜台和 stock list 会提醒。取走时照常卖，再 stock release。",
      """
      They stay on hand and can be sold; the till and stock list warn when less is free than was promised. When they are \
      fetched, sell them as ever, and release.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("货号:数量，可多个", "SKU:QUANTITY; one or more."), valueName: "item"))
  var items: [String]
  @Option(name: .customLong("for"), help: ArgumentHelp(say("给谁", "For whom."))) var whom: String
  @Option(help: ArgumentHelp(say("到哪天为止 YYYY-MM-DD", "The last day."))) var until: BusinessDay
  @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
  var location: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption

  func run() throws {
    if until >= Today.day { try sure.confirm(TypedTime(until, "--until", .ahead(400))) }
    let programme = try global.open(operator: by.operator)
    let items = try StockItems(parsing: items)
    let number = try programme.reserve(items, at: location, for: whom, until: until)
    printToStandardError(
      say(
        "预留 \(number)：给 \(whom)，到 \(until)", "Reservation \(number) is for \(whom), until \(until)."
      ))
    for warning in try programme.lowStock(of: items.codes, location: location, channel: nil)
      .lowStockWarnings
    { printToStandardError(warning) }
  }
}

/// `bangfu stock release`: they are free again.
struct StockRelease: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: say("取消预留，或已取走", "Releases a reservation."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("预留编号", "The reservation's number."))) var reservation: Int64
  @Option(help: ArgumentHelp(say("说明", "A remark."))) var note: String?
  @OptionGroup var by: OperatorOption

  func run() throws {
    try global.open(operator: by.operator).release(reservation: reservation, reason: note)
    printToStandardError(
      say("预留 \(reservation) 已取消", "Reservation \(reservation) is released."))
  }
}

/// `bangfu stock reserved`: what is promised.
struct StockReserved: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reserved",
    abstract: say(
      "列出预留；--all 包括取消和过期的", "Lists reservations; with --all, those released or past too."))
  @OptionGroup var global: GlobalOptions
  @Flag(help: ArgumentHelp(say("全部预留", "All reservations."))) var all = false
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().reservations(all: all)) }
}

extension Listed {
  /// What to say of products of which too little is left, as `Programme.lowStock` lists them.
  var lowStockWarnings: [String] {
    rows.map { row in
      let cells = Dictionary(uniqueKeysWithValues: zip(keys, row.map(\.visible)))
      let cell = { (key: String) in cells[key] ?? "" }
      let reserved =
        cell("reserved") == "0"
        ? "" : say("，预留 \(cell("reserved"))", ", \(cell("reserved")) promised")
      let minimum =
        cell("minimum") == "0" ? "" : say("，最低 \(cell("minimum"))", ", minimum \(cell("minimum"))")
      return say(
        "注意：\(cell("sku")) \(cell("name")) 只剩 \(cell("quantity")) \(cell("unit"))\(reserved)\(minimum)",
        "Low: \(cell("quantity")) \(cell("unit")) of \(cell("sku")) \(cell("name")) left\(reserved)\(minimum)"
      )
    }
  }
}
