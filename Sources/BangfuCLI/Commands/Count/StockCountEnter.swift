import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock count enter`: enters what was counted; counted again, the last counts.
struct StockCountEnter: ParsableCommand {
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
    try programme.counts.enter(counted, in: count)
    printToStandardError(
      say(
        "已录入 \(counted.codes.count) 行",
        "Entered \(counted.codes.count) \(counted.codes.count == 1 ? "line" : "lines")."))
  }
}
