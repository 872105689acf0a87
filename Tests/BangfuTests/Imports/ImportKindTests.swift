import Bangfu
import Domain
import Fixtures
import Tabular
import TestSupport
import Testing

/// The same rows, in every disguise that platforms give them.
@Suite struct ImportKindTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private let rows = [
    DouyinLine("6920001", "6920001", sku: "BC01", pieces: 2, payable: "256.00"),
    DouyinLine(
      "6920002", "6920002", sku: "HS01", payable: "6.80", status: "已关闭", afterSale: "已全额退款"),
    DouyinLine("6920003", "6920003", sku: "BC01", paid: "-", status: "待支付"),
  ]

  private func `import`(_ bytes: [UInt8], _ name: String) throws -> [ImportResult] {
    let path = shop.folder.path + "/" + name
    let writer = try FileWriter(path)
    try writer.write(bytes)
    try writer.flush()
    return try shop.programme.imports.run(ImportRequest(path: path, name: name, channel: "douyin"))
  }

  private func page(_ rows: [DouyinLine]) -> String {
    let cells =
      [DouyinVariant.sub.header]
      + rows.map { row in
        DouyinVariant.sub.header.map { row.cells[$0] ?? "-" }
      }
    return "<html><head><meta charset=\"utf-8\"></head><body><table>"
      + cells.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
      + "</table></body></html>"
  }

  @Test func `a web page, a gzip and an archive post what the text posts`() throws {
    let text = Array(DouyinLine.csv(rows).utf8)
    let first = try `import`(text, "1791900000_a.csv")
    #expect(first.count == 1 && first[0].new == 3 && first[0].part == "")
    let month = try shop.month()
    var zip = ZipMaker()
    zip.add("1791900000_a.csv", text)
    for (bytes, name, encoding) in [
      (Array(page(rows).utf8), "1791900000_a.xls", "UTF-8"),
      (gzip(text), "1791900000_a.csv.gz", nil),
      (zip.bytes, "orders.zip", nil),
    ] {
      let results = try `import`(bytes, name)
      #expect(results.count == 1)
      #expect(results[0].same == 3 && results[0].isDated && results[0].part == "", "\(name)")
      if let encoding { #expect(results[0].encoding == encoding) }
    }
    #expect(try shop.month() == month)
    #expect(try shop.violations() == [])
  }

  @Test func `the members of an archive are imported one by one, and told apart`() throws {
    var zip = ZipMaker()
    zip.add("1791900000_a.csv", Array(DouyinLine.csv([rows[0]]).utf8))
    zip.add("1791900001_b.csv", Array(DouyinLine.csv([rows[1]]).utf8))
    zip.add("readme.txt", Array("读我,一下\n".utf8))
    zip.add("contract.pdf", Array("%PDF-1.4\n".utf8))
    let results = try `import`(zip.bytes, "month.zip")
    #expect(results.map(\.part) == ["1791900000_a.csv", "1791900001_b.csv"])
    #expect(results.map(\.new) == [1, 1])
    #expect(
      results[0].passedOver.map(\.path).sorted() == [
        "month.zip/contract.pdf", "month.zip/readme.txt",
      ])
    let again = try `import`(zip.bytes, "month.zip")
    #expect(again.map(\.same) == [1, 1])
    let files = try shop.programme.imports.list().rows.compactMap { $0[1] }
    #expect(files == ["month.zip/1791900001_b.csv", "month.zip/1791900000_a.csv"])
    #expect(try shop.violations() == [])
  }

  @Test func `a sheet that the workbook hides is passed over, and told`() throws {
    let data =
      ([DouyinVariant.sub.header]
      + rows.map { row in
        DouyinVariant.sub.header.map { row.cells[$0] ?? "-" }
      }).map { cells in
        "<row>" + cells.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>"
      }.joined()
    var maker = WorkbookMaker()
    maker.sheets = [("十月", data, ""), ("九月", data, "state=\"hidden\"")]
    let results = try `import`(maker.bytes, "october.xlsx")
    #expect(results.map(\.part) == ["十月"] && results[0].new == 3)
    #expect(results[0].passedOver.map(\.path) == ["october.xlsx/九月"])
    #expect(results[0].passedOver[0].reason.code == "sheet_hidden")
    maker.sheets.removeFirst()
    #expect(refusal { _ = try `import`(maker.bytes, "september.xlsx") } == "sheet_hidden")
  }

  @Test func `where one member is refused with strict, nothing of the archive is kept`() throws {
    var zip = ZipMaker()
    zip.add("a.csv", Array(DouyinLine.csv([rows[0]]).utf8))
    zip.add("b.csv", Array(DouyinLine.csv([rows[1].with("商品数量", "1.5")]).utf8))
    let path = shop.folder.path + "/strict.zip"
    let writer = try FileWriter(path)
    try writer.write(zip.bytes)
    try writer.flush()
    var request = ImportRequest(path: path, name: "strict.zip", channel: "douyin")
    request.isStrict = true
    let results = try shop.programme.imports.run(request)
    #expect(results.allSatisfy { !$0.isPosted && $0.number == 0 })
    #expect(try shop.programme.imports.list().rows.isEmpty)
    #expect(results[1].rejectsFile == shop.folder.path + "/strict.zip.b.csv.rejects.csv")
  }

  @Test func `an archive without any known table says what is wrong with it`() throws {
    var zip = ZipMaker()
    zip.add("readme.txt", Array("读我,一下\n".utf8))
    #expect(refusal { _ = try `import`(zip.bytes, "none.zip") } == "file_not_recognised")
    var request = ImportRequest(
      path: shop.folder.path + "/none.zip", name: "none.zip", channel: "douyin")
    request.profile = "douyin"
    #expect(refusal { _ = try shop.programme.imports.run(request) } == "profile_unknown")
  }
}

extension ImportKindTests {
  @Test func `a file of another platform is posted by its own profile`() throws {
    let text = """
      商品,订单号,订单状态,邮费(元),商家实收金额(元),商品数量(件),商品id,商家编码-规格维度,售后状态,订单成交时间
      苕粉,261005-000000000000001,已收货,8.00,264.00,2,77,BC01,无售后或售后取消,2026/10/5 9:05
      苕粉,261005-000000000000002,未发货，退款成功,0.00,128.00,1,77,BC01,退款成功,2026/10/5 9:06
      苕粉,261005-000000000000003,已签收，退款成功,0.00,128.00,1,77,BC01,退款成功,2026/10/5 9:07

      """
    let result = try shop.importText(text, name: "1791900000_pdd.csv", channel: "pinduoduo")
    #expect(result.profile == "pinduoduo-orders" && result.new == 3 && result.pending == 1)
    #expect(result.postedGross == Money("512.00") && result.postedRefunds == Money("128.00"))
    #expect(try shop.month().hasPrefix("512.00 128.00 0.00 128.00 256.00"))
    #expect(
      refusal { try shop.importText(text, name: "other.csv", channel: "douyin") }
        == "channel_of_other_platform")
    #expect(try shop.violations() == [])
  }

  @Test func `the rejected rows of a sheet come back from its redacted copy`() throws {
    let bad = rows[1].with("商品数量", "1.5")
    let results = try `import`(Array(page([rows[0], bad]).utf8), "1791900000_a.xls")
    #expect(results[0].rejected == 1 && results[0].new == 1)
    let path = shop.folder.path + "/mend.csv"
    #expect(try shop.programme.imports.writeRejects(of: results[0].number, to: path) == 1)
    let mended = try TextFile.open(path).firstRows(5)
    #expect(mended.count == 2)
    #expect(mended[0].contains("商品数量") && mended[1].contains("1.5") && !mended[1].contains("张三丰"))
  }
}
