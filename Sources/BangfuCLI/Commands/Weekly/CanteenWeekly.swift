import ArgumentParser
import Bangfu
import Domain

/// `bangfu canteen weekly`: what organisations order every week.
struct CanteenWeekly: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weekly",
    abstract: say("每周固定订货：按星期生成订货", "Weekly orders: what is ordered on some days of each week."),
    subcommands: [
      CanteenWeeklyAdd.self, CanteenWeeklyChange.self, CanteenWeeklyEnd.self,
      CanteenWeeklyList.self, CanteenWeeklyMake.self,
    ])
}

/// What a weekly order is said to be.
struct WeeklyFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("货号:数量，可加 @约定单价（可多次）", "SKU, quantity, maybe the agreed price; may be repeated."),
      valueName: "sku:quantity[@price]"))
  var line: [String] = []
  @Option(
    help: ArgumentHelp(
      say("星期几送，如 一三五 或 mon,wed", "The days of the week, such as mon,wed."), valueName: "days"))
  var on: Weekdays?
  @Option(help: ArgumentHelp(say("从哪一天起", "The first day."))) var from: BusinessDay?
  @Option(help: ArgumentHelp(say("到哪一天止", "The last day."))) var until: BusinessDay?
  @Option(
    help: ArgumentHelp(
      say("渠道代码；只有一个食堂渠道时不用写", "The channel, where there are several canteen channels.")))
  var channel: String?
  @Option(help: ArgumentHelp(say("出货地点代码", "The location that its goods leave."))) var at: String?
  @Option(help: ArgumentHelp(say("备注", "A remark."))) var note: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var approval: ApprovalOptions
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  /// Whether nothing is said.
  var areAbsent: Bool {
    line.isEmpty && on == nil && from == nil && until == nil && channel == nil && at == nil
  }

  /// The draft, its days asked about where they are unlikely.
  func draft(of buyer: String?) throws -> WeeklyOrderDraft {
    var draft = WeeklyOrderDraft()
    draft.buyer = buyer
    for text in line { draft.lines.append(try OrderLine(parsing: text.typed)) }
    (draft.weekdays, draft.from, draft.until) = (on, from, until)
    (draft.channel, draft.location, draft.note) = (channel, at, note)
    try sure.confirm(
      TypedTime(from, "--from", .period), TypedTime(until, "--until", .ahead(800)))
    return draft
  }

  /// Says what was kept.
  func tell(_ done: WeeklyOrderReceipt, _ words: String) {
    guard format == .table else {
      return printRows(
        Table(
          [.number, .act, .total],
          rows: [[String(done.number), String(done.act), done.total.description]]), format)
    }
    printLine(words)
  }
}

/// `bangfu canteen weekly add`: enters a weekly order.
struct CanteenWeeklyAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say("录入每周固定订货", "Enters what a buyer orders every week."),
    discussion: say(
      "例：bangfu canteen weekly add LCYZ --line HS01:40@6.50 --on 一三五 --from 2026-09-01。还不预留库存；生成订货时才预留。",
      """
      Example: bangfu canteen weekly add LCYZ --line HS01:40@6.50 --on mon,wed,fri --from 2026-09-01. It reserves \
      nothing; the orders that are made of it do.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("采购单位代码", "The buyer's code."))) var buyer: String
  @OptionGroup var fields: WeeklyFields

  func validate() throws {
    if fields.line.isEmpty || fields.on == nil {
      throw ValidationError(say("请写 --line 货和 --on 星期几", "Give goods (--line) and days (--on)."))
    }
  }

  func run() throws {
    let draft = try fields.draft(of: buyer)
    let programme = try global.open(operator: fields.by.operator)
    let done = try fields.approval.acting(in: programme, reason: fields.note) {
      try programme.weeklyOrders.add(draft)
    }
    fields.tell(
      done,
      say(
        "每周订货 \(done.number)：\(buyer)，每次 \(done.total.grouped)",
        "Weekly order \(done.number) of \(buyer), worth \(done.total.grouped) a day"))
  }
}

/// `bangfu canteen weekly change`: changes a weekly order.
struct CanteenWeeklyChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: say("修改每周固定订货：已生成的订货不动", "Changes a weekly order; orders that were made stay."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("每周订货编号", "The weekly order's number."))) var number: Int64
  @OptionGroup var fields: WeeklyFields

  func validate() throws {
    if fields.areAbsent { throw nothingToChange() }
  }

  func run() throws {
    let draft = try fields.draft(of: nil)
    let programme = try global.open(operator: fields.by.operator)
    let done = try fields.approval.acting(in: programme, reason: fields.note) {
      try programme.weeklyOrders.change(number, draft)
    }
    fields.tell(
      done,
      say(
        "已修改每周订货 \(number)，每次 \(done.total.grouped)，编号 \(done.act)",
        "Changed weekly order \(number), worth \(done.total.grouped) a day; the act's number is \(done.act)"
      ))
  }
}

/// `bangfu canteen weekly end`: ends a weekly order.
struct CanteenWeeklyEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: say("结束每周固定订货", "Ends a weekly order on a day."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("每周订货编号", "The weekly order's number."))) var number: Int64
  @Option(help: ArgumentHelp(say("最后一天；默认今天", "The last day; by default today.")))
  var day: BusinessDay?
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption

  func run() throws {
    if day.map({ $0 >= Today.day }) == true {
      try sure.confirm(TypedTime(day, "--day", .ahead(400)))
    }
    let done = try global.open(operator: by.operator).weeklyOrders.end(
      number, day: day, reason: reason)
    printLine(
      say(
        "每周订货 \(number) 到 \(done.day) 为止，编号 \(done.act)",
        "Weekly order \(number) ends on \(done.day); the act's number is \(done.act)"))
  }
}

/// `bangfu canteen weekly list`: lists weekly orders.
struct CanteenWeeklyList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出每周固定订货；--all 为全部", "Lists weekly orders; with --all those that ended, too."))
  @OptionGroup var global: GlobalOptions
  @Flag(help: ArgumentHelp(say("全部", "All of them."))) var all = false
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().weeklyOrders.list(all: all)) }
}

/// `bangfu canteen weekly make`: makes the orders of a week.
struct CanteenWeeklyMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: say("按每周固定订货生成一周的订货", "Makes the orders of a week from weekly orders."),
    discussion: say(
      "同一周再来一次，不会重复生成；撤销了的订货会重新生成。--dry-run 只看不做。",
      """
      The same week again makes nothing twice; an order that was undone is made again. --dry-run shows what there is to \
      make, and makes nothing.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("那一周里的任何一天", "Any day of the week."))) var week: BusinessDay
  @Option(help: ArgumentHelp(say("只做一个采购单位的", "Of this buyer alone."))) var buyer: String?
  @Flag(help: ArgumentHelp(say("只列出，不生成", "List the orders, and make none."))) var dryRun = false
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @OptionGroup var options: ListOptions

  func run() throws {
    let weekly = try global.open(operator: by.operator).weeklyOrders
    let all = try weekly.week(of: week, buyer: buyer)
    if dryRun { return try options.show(all) }
    let due = all.rows.filter { $0[5].isEmpty }
    guard !due.isEmpty || !options.isForPeople else {
      return printLine(
        all.rows.isEmpty
          ? say("这一周没有固定订货", "No weekly order has a day in this week.")
          : say(
            "这一周的 \(all.rows.count) 个订货都已生成", "All \(all.rows.count) orders of this week are made.")
      )
    }
    let total = due.reduce(Money.zero) { $0 + (Money($1[4]) ?? .zero) }
    let monday = week.number - (week.number + 3) % 7
    if monday < Today.day.number - 7 || monday > Today.day.number + 14 {
      try confirm(
        say(
          "\(week) 那一周离现在很远，生成 \(due.count) 个订货，共 \(total.grouped)？",
          "The week of \(week) is far from now: make \(due.count) orders, worth \(total.grouped)?"),
        yes: sure.yes)
    }
    try options.show(weekly.make(week, buyer: buyer))
  }
}
