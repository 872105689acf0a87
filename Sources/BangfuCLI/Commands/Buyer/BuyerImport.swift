import ArgumentParser
import Bangfu

/// `bangfu buyer import`: imports buyers from a CSV file, all or nothing.
struct BuyerImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("从 CSV 导入采购单位（要么全部，要么不导）", "Imports buyers from a CSV file, all or nothing."),
    discussion: say(
      "列：code、name 必须有；kind、credit_code、province、contact、terms 可以没有。已有的代码按表修改，空格不动。",
      "Columns: code, name; kind, credit_code, province, contact, terms may be absent. A code that is known is changed; "
        + "what is empty stays."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("CSV 文件；- 为标准输入", "The CSV file; - for standard input.")))
  var file: String
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let programme = try global.open()
    let done = try withInput(file) { try programme.buyers.importFile($0) }
    let same = done.rows - done.new - done.changed
    if format == .json {
      return printLine(
        JSON.object([
          ("rows", .int(Int64(done.rows))), ("new", .int(Int64(done.new))),
          ("changed", .int(Int64(done.changed))), ("same", .int(Int64(same))),
        ]).pretty)
    }
    printToStandardError(
      say(
        "导入 \(done.rows) 个采购单位：新增 \(done.new)，变更 \(done.changed)，相同 \(same)",
        "Imported \(done.rows) \(done.rows == 1 ? "buyer" : "buyers"): "
          + "\(done.new) new, \(done.changed) changed, \(same) same."))
  }
}
