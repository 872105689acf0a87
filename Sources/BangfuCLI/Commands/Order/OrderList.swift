import ArgumentParser
import Bangfu

/// `bangfu order list`: lists documents, newest first.
struct OrderList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出单据，最新的在前", "Lists documents, newest first."),
    discussion: say(
      "单号会跳：没有录成的订单（缺货、金额不对、连接断了）和没有做成的导入也占了号，缺号不是漏单。单据一旦记下就不能删，bangfu check 会核对。",
      """
      Numbers have gaps: an order that was refused (too little stock, wrong money, a lost connection) or an import that \
      did not come about used them up. A document that was posted is never deleted; bangfu check verifies that all add up.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var days: DaysOption
  @Option(help: ArgumentHelp(say("某个渠道", "Of one channel."))) var channel: String?
  @OptionGroup var limit: RowLimit
  @OptionGroup var options: ListOptions

  func run() throws {
    let orders = try global.open().orders
    let (days, most) = (days.range ?? .all, limit.rows(options))
    guard let file = try options.workbook else {
      let listed = try orders.list(days, channel: channel, limit: most)
      return try options.show(Table(listed.rows), cutFrom: listed.cutFrom)
    }
    let all = try most.map { _ in try orders.count(days, channel: channel) }
    try options.stream(
      Table.orderColumns, to: file, cutFrom: all.flatMap { $0 > most ?? $0 ? $0 : nil },
      limit: most
    ) { row in
      try orders.forEach(days, channel: channel, limit: most) { try row(Table.cells(of: $0)) }
    }
  }
}
