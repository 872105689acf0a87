import ArgumentParser
import Bangfu

/// `bangfu product import`: imports products from a CSV file, all or nothing.
struct ProductImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("从 CSV 导入商品（要么全部，要么不导）", "Imports products from a CSV file, all or nothing."),
    discussion: say(
      "列：sku、name、unit、price 必须有；barcode、category、supplier、origin、initials、lots、shelf_days、units 可以没有。units 是其他单位，如“箱=10 件=6箱”：没有的加上，不改、不去掉已有的。",
      "Columns: sku, name, unit, price; barcode, category, supplier, origin, initials, lots, shelf_days, units may be absent. units are other units, as \"箱=10 件=6箱\": they are added; what is there is neither changed nor taken away."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("CSV 文件；- 为标准输入", "The CSV file; - for standard input.")))
  var file: String
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let programme = try global.open()
    let done = try withInput(file) { try programme.products.importFile($0) }
    let same = done.rows - done.new - done.changed
    if format == .json {
      printLine(
        JSON.object([
          ("rows", .int(Int64(done.rows))), ("new", .int(Int64(done.new))),
          ("changed", .int(Int64(done.changed))), ("same", .int(Int64(same))),
          ("suppliers", .array(done.suppliers.map { .string($0) })),
        ]).pretty)
    } else {
      printToStandardError(
        say(
          "导入 \(done.rows) 个商品：新增 \(done.new)，变更 \(done.changed)，相同 \(same)",
          "Imported \(done.rows) \(done.rows == 1 ? "product" : "products"): "
            + "\(done.new) new, \(done.changed) changed, \(same) same."
        ))
      if !done.suppliers.isEmpty {
        let names = done.suppliers.joined(separator: "、")
        printToStandardError(
          say("新增供应商（企业）：\(names)", "New suppliers, as companies: \(names)."))
      }
    }
  }
}
