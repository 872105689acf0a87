import Bangfu
import Domain
import Tabular
import TestSupport
import Testing
import System

/// Parts of a file that are no table of a known format, or nearly one.
@Suite struct PassedOverTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private func sheet(_ number: Int, _ change: (String) -> String = { $0 }) -> String {
    let header = "订单编号,采购单位,下单时间,付款时间,订单状态,商品编码,商品名称,规格,数量,金额".split(separator: ",")
    let row =
      "\(number),一中,2026-10-08 09:00:00,2026-10-08 09:05:00,已完成,BC01,白茶,50g,2,200".split(
        separator: ",")
    return [header, row].map { cells in
      "<row>" + cells.map { "<c t=\"str\"><v>\(change(String($0)))</v></c>" }.joined() + "</row>"
    }.joined()
  }

  private func run(
    _ sheets: [String], strict: Bool = false
  ) throws -> [ImportResult] {
    var maker = WorkbookMaker()
    maker.sheets = sheets.enumerated().map { ("s\($0 + 1)", $1, "") }
    let path = shop.folder.path + "/a.xlsx"
    let writer = try FileWriter(path)
    try writer.write(maker.bytes)
    try writer.flush()
    var request = ImportRequest(path: path, name: "a.xlsx", channel: "fupin832")
    request.isStrict = strict
    return try shop.programme.imports.run(request)
  }

  @Test func `a sheet that lacks one column is refused by name, another one is passed over`() throws
  {
    let sheets = [
      sheet(1), sheet(2) { $0 == "金额" ? "总额" : $0 }, sheet(3) { $0 == "采购单位" ? "金额" : $0 },
      "<row><c t=\"str\"><v>说明</v></c></row>",
    ]
    let strict = try run(sheets, strict: true)
    #expect(!strict[0].isPosted)
    let results = try run(sheets)
    #expect(results.map(\.part) == ["s1"] && results[0].isPosted)
    #expect(results[0].passedOver.map(\.path) == ["a.xlsx/s2", "a.xlsx/s3", "a.xlsx/s4"])
    #expect(results[0].passedOver.map(\.isRefused) == [true, true, false])
    #expect(try shop.violations() == [])
  }

  @Test func `what is pending is counted anew once later files tell`() throws {
    let line = DouyinLine("1", "1", status: "已完成", afterSale: "退款成功")
    let result = try shop.importRows([line], name: "1791430000_a.csv")
    #expect(result.pending == 1)
    #expect(try shop.programme.imports.countPending(of: result.number) == 1)
    try shop.importRows(
      [DouyinLine("1", "1", status: "已完成", afterSale: "")], name: "1791530000_a.csv")
    #expect(try shop.programme.imports.countPending(of: result.number) == 0)
  }

  @Test func `trying an import writes no file, and a number has one point`() throws {
    let bad = DouyinLine("1", "1", payable: "12.5.0")
    let tried = try shop.importRows([bad]) { $0.isDryRun = true }
    #expect(tried.rejects.map(\.reason) == ["cell_not_an_amount"] && tried.rejectsFile == nil)
    #expect(try FolderEntry.list(shop.folder.path).map(\.name) == ["orders.csv"])
  }
}
