import Bangfu
import Domain
import System
import TestSupport
import Testing

/// Order sheets of canteens: read by profile, all or nothing, once.
@Suite struct OrderSheetTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
    try shop.receive("HS01", "900")
    try shop.receive("BC01", "90")
  }

  @discardableResult
  private func order(
    _ sheet: String, buyer: String? = "LCYZ", on day: String? = nil, name: String = "订货单.csv"
  ) throws -> [String] {
    let path = shop.folder.path + "/" + name
    try shop.write(sheet, to: path)
    var request = CanteenSheetRequest(path, name: name)
    (request.buyer, request.wished) = (buyer, day.flatMap { BusinessDay($0) })
    return try shop.programme.canteens.order(fromSheet: request).orders.map {
      "\($0.buyer) \($0.wished?.description ?? "") \($0.lines) \($0.total)\($0.repeated ? " again" : "")"
    }
  }

  /// The lines that are refused, with the codes of why.
  private func faults(_ sheet: String, buyer: String? = "LCYZ") -> [String] {
    do {
      _ = try order(sheet, buyer: buyer)
      return []
    } catch let problems as Problems {
      return problems.problems.map { "\($0.facts["sheet_line"] ?? "") \($0.code)" }
    } catch {
      return [Problem(error)?.code ?? "\(error)"]
    }
  }

  private var orders: Int { get throws { try shop.programme.canteens.list(all: true).rows.count } }

  private static let sheet = """
    聊城第一中学食堂 第 37 周订货单,,,,
    序号,品名,数量,单位,要货日期
    1,彭水红薯,40,斤,2026-09-07
    2,彭水白茶 特级 50g,2,盒,2026-09-07
    3,彭水红薯,10,,2026-09-09
    4,彭水白茶 特级 50g,,盒,2026-09-09
    合计,,52,,
    采购员：王老师,,,,

    """

  @Test func `a sheet is an order a day, once, until that is undone`() throws {
    // 20 公斤 × 6.80 + 2 × 128.00; 10 × 6.80
    let made = ["LCYZ 2026-09-07 2 392.00", "LCYZ 2026-09-09 1 68.00"]
    #expect(try order(Self.sheet) == made)
    #expect(try order(Self.sheet) == made.map { $0 + " again" })
    #expect(try order(Self.sheet, name: "again.csv") == made.map { $0 + " again" })
    #expect(try orders == 2)
    let number = try #require(Int64(shop.programme.canteens.list().rows[0][0]))
    _ = try shop.programme.canteens.undo(number, reason: "x")
    #expect(try order(Self.sheet) == [made[0] + " again", made[1]])
    #expect(try order(Self.sheet.replacing("第 37 周", with: "第 38 周")) == made, "another title")
    #expect(try shop.violations() == [])
  }

  @Test func `products go by code, barcode or name, buyers by code, name or the command`() throws {
    let sheet = """
      订货单位,商品编码,数量,协议价
      聊城第一中学食堂,HS01,20斤,3.10
      ,BC01,1箱,
      聊城市总工会,bc02,3,

      """
    #expect(throws: (any Error).self) { try order(sheet, buyer: nil) }
    let plain = sheet.replacing("1箱", with: "1").replacing("bc02", with: "BC02")
    let made = try order(plain, buyer: nil, on: "2026-09-10")
    #expect(made.map { String($0.prefix(18)) } == ["LCYZ 2026-09-10 2 ", "LCZGH 2026-09-10 1"])
    #expect(made[0].hasSuffix("190.00"), "20 × 3.10 + 128.00: \(made)")
    #expect(try shop.violations() == [])
  }

  @Test func `every row that is wrong is told with its line, and nothing is ordered`() throws {
    let sheet = """
      品名,货号,数量,单位,要货日期
      没有的茶,,1,,
      ,HS01,abc,,
      ,HS01,-1,,
      ,NONE,1,,
      ,BC01,1.5,盒,
      ,BC01,2盒,箱,
      ,BC01,2,桶,
      ,BC01,2,,2026-13-01
      ,,2,,
      ,BC01,3,盒,2026-09-07
      ,BC01,4,盒,2026-09-07
      太,多,的,列,了,吗

      """
    #expect(
      faults(sheet) == [
        "2 sheet_product_unknown", "3 cell_not_a_measure", "4 cell_not_a_measure",
        "5 product_unknown", "6 quantity_not_whole", "7 sheet_units_differ",
        "8 unit_not_of_product",
        "9 time_impossible", "10 cell_missing", "12 stock_item_twice", "13 row_field_count",
      ])
    #expect(faults("采购单位,品名,数量\n没有的单位,彭水红薯,1\n", buyer: nil) == ["2 sheet_buyer_unknown"])
    #expect(faults("采购单位,品名,数量\n聊城市总工会,彭水红薯,1\n") == ["2 sheet_buyer_differs"])
    #expect(faults("品名,数量\n彭水红薯,1\n", buyer: nil) == ["2 sheet_buyer_missing"])
    #expect(faults("品名,数量\n彭水红薯,\n") == ["sheet_orders_nothing"])
    #expect(faults("品名,数量\n彭水红薯,1\n", buyer: "NOBODY") == ["buyer_unknown"])
    #expect(faults("甲,乙\n1,2\n") == ["file_not_recognised"])
    #expect(try orders == 0)
    #expect(try shop.violations() == [])
  }

  @Test func `import refuses an order sheet by name: it is no sale`() throws {
    #expect(
      refusal { try shop.importText(Self.sheet, name: "订货单.csv", channel: "canteen") }
        == "file_is_order_sheet")
  }
}
