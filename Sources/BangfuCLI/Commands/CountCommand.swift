import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock count`: counting stock while selling goes on.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: say(
      "盘点：边卖边盘，第二人批准", "Stock counts, while selling goes on; a second person approves."),
    subcommands: [
      Open.self, Sheet.self, Enter.self, Show.self, Approve.self, Cancel.self, List.self,
    ])

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open",
      abstract: say("开始盘点一个地点，或其中一类商品", "Opens a count of a location, or of a category there."))
    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
    var location: String?
    @Option(help: ArgumentHelp(say("只盘这一类", "Only products of this category."))) var category:
      String?
    @Flag(
      help: ArgumentHelp(say("盲盘：盘点单上不写账面数", "Blind: the sheet does not show the book quantity.")))
    var blind = false
    @Option(
      help: ArgumentHelp(say("差额超过多少元要复盘", "A difference worth more yuan must be counted twice.")))
    var recountOver = "100"
    @OptionGroup var by: OperatorOption

    func run() throws {
      let count = try global.open(operator: by.operator).openCount(
        location: location, category: category, isBlind: blind,
        recountOver: Money(asked: recountOver.typed, in: "--recount-over"))
      printLine(
        say(
          "盘点 \(count) 已开始；盘点单：bangfu stock count sheet \(count)",
          "Count \(count) is open; its sheet: bangfu stock count sheet \(count)"))
    }
  }

  struct Sheet: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sheet",
      abstract: say("盘点单：打印，或写成 CSV 填数", "The sheet to count by: printed, or as CSV to fill in."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("盘点编号", "The count's number."))) var count: Int64
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().countSheet(count)) }
  }

  struct Enter: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "enter",
      abstract: say(
        "录入盘到的数；再录一次以后录的为准", "Enters what was counted; counted again, the last counts."),
      discussion: say(
        "--file 读填好的盘点单：列 sku、found，可有 unit，按批次管理的还有 lot；found 空着的行没有盘。",
        "--file reads the sheet that was filled in: columns sku, found, maybe unit, and lot where products are kept so; a row whose found is blank was not counted."
      ))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("盘点编号", "The count's number."))) var count: Int64
    @Argument(
      help: ArgumentHelp(
        say("货号:数量，可带单位，可加 #批号", "SKU:QUANTITY, maybe with a unit and #LOT."), valueName: "item"))
    var items: [String] = []
    @Option(help: ArgumentHelp(say("CSV 文件；- 为标准输入", "A CSV file; - for standard input.")))
    var file: String?
    @OptionGroup var by: OperatorOption

    func validate() throws {
      if (file == nil) == items.isEmpty {
        throw ValidationError(say("请写出商品，或用 --file", "Name what was counted, or give --file."))
      }
    }

    func run() throws {
      let programme = try global.open(operator: by.operator)
      let counted =
        try file.map { file in
          try withInput(file) { try StockItems(countedInFile: $0) }
        } ?? StockItems(counted: items.map(\.typed))
      try programme.enterCount(count, counted)
      printToStandardError(
        say(
          "已录入 \(counted.codes.count) 行",
          "Entered \(counted.codes.count) \(counted.codes.count == 1 ? "line" : "lines")."))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: say("盘点的差异，和还没盘的", "What a count found, and what is not counted yet."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("盘点编号", "The count's number."))) var count: Int64
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().countDifferences(count)) }
  }

  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve",
      abstract: say("批准盘点：差异入账；不能是盘点的人", "Posts the differences; not by one who counted."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("盘点编号", "The count's number."))) var count: Int64
    @Flag(help: ArgumentHelp(say("没盘到的保持账面数", "What was not counted stays as the book has it.")))
    var partial = false
    @Option(help: ArgumentHelp(say("说明", "A remark."))) var reason: String?
    @OptionGroup var by: OperatorOption

    func run() throws {
      let done = try global.open(operator: by.operator).approveCount(
        count, isPartial: partial, reason: reason)
      printToStandardError(
        say(
          "盘点 \(count) 已批准：\(done.lines) 处差异，金额 \(done.value.grouped)",
          "Approved count \(count): \(done.lines) differences, worth \(done.value.grouped)."))
    }
  }

  struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel", abstract: say("放弃盘点，什么也不记", "Gives up a count; nothing is posted."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("盘点编号", "The count's number."))) var count: Int64
    @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String?
    @OptionGroup var by: OperatorOption

    func run() throws {
      try global.open(operator: by.operator).cancelCount(count, reason: reason)
      printToStandardError(say("盘点 \(count) 已放弃", "Count \(count) is given up."))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: say("列出盘点", "Lists the counts."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().counts()) }
  }
}
