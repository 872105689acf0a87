import ArgumentParser
import Bangfu
import Domain

/// `bangfu buyer reserve`: food budgets, and the share of them that is reserved for the 832 platform.
struct BuyerReserve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reserve",
    abstract: say("预留份额：预算、比例、地区", "The reserved share: budgets, percentages, areas."),
    subcommands: [
      BuyerReserveSet.self, BuyerReserveRule.self, BuyerReserveArea.self, BuyerReserveList.self,
      BuyerReserveUndo.self,
    ])
}

/// `bangfu buyer reserve set`: a unit's food budget of a year.
struct BuyerReserveSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("填报一个单位一年的食堂食材采购总额", "Says a unit's food budget of a year."),
    discussion: say(
      "没有食堂写 --no-canteen；共用食堂写 --shared-with 填报单位。再填一次就是修改，最后填的算。",
      """
      --no-canteen for a unit without one, --shared-with the unit that reports a canteen that is shared. Said again, it is \
      changed: what was said last holds.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("采购单位代码", "The buyer's code."))) var buyer: String
  @Argument(help: ArgumentHelp(say("年份", "The year."))) var year: Int
  @Option(help: ArgumentHelp(say("食堂食材采购总额（元）", "The food budget, in yuan."))) var budget: String?
  @Option(help: ArgumentHelp(say("自己的预留比例（%）", "A percentage of its own."))) var percent: String?
  @Option(help: ArgumentHelp(say("所在地区代码", "The code of the area that it lies in."))) var area:
    String?
  @Flag(help: ArgumentHelp(say("没有食堂", "It has no canteen."))) var noCanteen = false
  @Option(
    help: ArgumentHelp(
      say("共用食堂：由哪个单位填报", "It shares a canteen, which this buyer reports."), valueName: "buyer"))
  var sharedWith: String?
  @Option(help: ArgumentHelp(say("备注", "A remark."))) var note: String?
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    guard [budget != nil, noCanteen, sharedWith != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(
        say(
          "--budget、--no-canteen、--shared-with 只写一个",
          "Give one of --budget, --no-canteen and --shared-with."))
    }
    if percent != nil, budget == nil {
      throw ValidationError(say("--percent 和 --budget 一起写", "--percent goes with --budget."))
    }
  }

  func run() throws {
    var draft = ReserveBudget(of: buyer, in: year)
    (draft.area, draft.percent, draft.reportedBy, draft.note) = (area, percent, sharedWith, note)
    draft.state = noCanteen ? .noCanteen : sharedWith != nil ? .shared : .canteen
    draft.budget = try budget.map { text throws(Problem) in
      try Money(asked: text.typed, in: buyer)
    }
    let done = try global.open(operator: by.operator).reserve.setBudget(draft)
    guard format == .table else {
      return printRows(
        Table(
          [.number, .named("reserved_percent"), .named("reserved_amount")],
          rows: [
            [String(done.number), done.percent ?? "", done.reserved?.description ?? ""]
          ]), format)
    }
    guard let reserved = done.reserved, let percent = done.percent else {
      return printLine(
        say(
          "填报 \(done.number)：\(buyer) \(year) 年没有自己的预留份额",
          "Act \(done.number): \(buyer) has no reserved share of its own in \(year)"))
    }
    printLine(
      say(
        "填报 \(done.number)：\(buyer) \(year) 年预留 \(percent)%，\(reserved.grouped)",
        "Act \(done.number): \(buyer) reserves \(percent)% in \(year), \(reserved.grouped)"))
  }
}

/// `bangfu buyer reserve rule`: the percentage and the deadline of a year.
struct BuyerReserveRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: say(
      "规定一年的预留比例和期限：全国，或一个地区", "Says a year's percentage and deadline, of the country or an area."),
    discussion: say(
      "没有规定的年份，全国为 10%，到年底。地区不能低于全国；没写的用上一级的。",
      """
      A year of which nothing is said has 10%, until its end. An area's is not under the country's; one without a rule has \
      that of the area it is a part of.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("年份", "The year."))) var year: Int
  @Option(help: ArgumentHelp(say("地区代码；不写是全国", "The area's code; without one, the country.")))
  var area: String?
  @Option(help: ArgumentHelp(say("预留比例（%）", "The percentage."))) var percent: String?
  @Option(help: ArgumentHelp(say("完成期限", "The deadline."))) var deadline: BusinessDay?
  @Option(help: ArgumentHelp(say("依据的文件", "The notice that says so."))) var source: String
  @OptionGroup var by: OperatorOption

  func validate() throws {
    if percent == nil, deadline == nil {
      throw ValidationError(say("写 --percent 或 --deadline", "Give --percent or --deadline."))
    }
  }

  func run() throws {
    let number = try global.open(operator: by.operator).reserve.setRule(
      of: year, area: area, percent: percent, deadline: deadline, source: source)
    printLine(say("已规定，编号 \(number)", "Said; the act's number is \(number)"))
  }
}

/// `bangfu buyer reserve area`: an area that units lie in.
struct BuyerReserveArea: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "area", abstract: say("新增或修改地区", "Adds or changes an area, a county or a city."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("地区代码", "The area's code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
  @Option(help: ArgumentHelp(say("上一级地区的代码", "The code of the area it is a part of."))) var of:
    String?
  @OptionGroup var by: OperatorOption

  func run() throws {
    let number = try global.open(operator: by.operator).reserve.setArea(
      code, name: name, partOf: of)
    printLine(say("地区 \(code)，编号 \(number)", "Area \(code); the act's number is \(number)"))
  }
}

/// `bangfu buyer reserve list`: what was said of areas, percentages and budgets.
struct BuyerReserveList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出地区、比例、预算；--all 连同改过的", "Lists areas, percentages and budgets; all with --all.")
  )
  @OptionGroup var global: GlobalOptions
  @Flag(help: ArgumentHelp(say("全部，连同改过和撤销的", "All, those that were changed or undone, too.")))
  var all = false
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().reserve.acts(all: all)) }
}

/// `bangfu buyer reserve undo`: undoes what was said of an area, a percentage or a budget.
struct BuyerReserveUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say("撤销一次地区、比例或预算", "Undoes an area, a percentage or a budget."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("编号", "Its number."))) var number: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var by: OperatorOption

  func run() throws {
    let done = try global.open(operator: by.operator).reserve.undo(number, reason: reason)
    printLine(say("已撤销 \(number)，撤销编号 \(done)", "Undone: \(number); the undo's number is \(done)"))
  }
}
