import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// Lists of products.
@Suite struct ProductImportTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private func importList(_ header: String, _ lines: String...) throws -> ProductImport {
    let path = shop.folder.path + "/products.csv"
    try shop.write(([header] + lines).joined(separator: "\n") + "\n", to: path)
    return try shop.programme.products.importFile(path)
  }

  private func units(_ sku: String) throws -> String {
    try shop.programme.products.show(sku)[0].units
  }

  @Test(arguments: ["units", "换算", "多单位"])
  func `a list adds a product's other units, once, and takes none away`(title: String) throws {
    let header = "sku,name,unit,price,\(title)"
    let tea = "BC01,彭水白茶 特级 50g,盒,128.00"
    let first = try importList(header, "\(tea),箱=10  件=6箱", "Y1,黑茶,公斤,5,筐 = 25斤；袋=1/3")
    #expect(first.rows == 2 && first.new == 1 && first.changed == 1)
    #expect(try units("BC01") == "件=60 箱=10" && units("Y1") == "筐=12.5 袋=1/3")
    let second = try importList(header, "\(tea),箱=10.0", "Y1,黑茶,公斤,5,筐=12.5公斤;提=2")
    #expect(second.new == 0 && second.changed == 1)
    #expect(try units("BC01") == "件=60 箱=10" && units("Y1") == "提=2 筐=12.5 袋=1/3")
    let third = try importList("sku,name,unit,price", tea)
    #expect(third.changed == 0)
    #expect(try units("BC01") == "件=60 箱=10")
  }

  @Test func `a unit that holds something else is refused, as the command refuses it`() throws {
    try shop.programme.productUnits.add(
      "箱", to: "BC01", holding: #require(UnitRatio("10")), of: nil)
    let found = faults {
      _ = try importList(
        "sku,name,unit,price,units", "", "BC01,茶,盒,128,箱=12", "BC02,茶,盒,98,箱=12",
        "BC03,茶,箱,368,盒=1/2 盒=1/3")
    }
    #expect(found == ["3 product_unit_holds_otherwise", "5 product_unit_holds_otherwise"])
    #expect(try units("BC01") == "箱=10" && units("BC02") == "")
  }

  @Test func `every fault of a list names its line, and nothing is kept`() throws {
    try shop.receive("BC01", "1")
    let header = "sku,name,unit,price,barcode,supplier,lots,shelf_days,units"
    #expect(
      faults {
        _ = try importList(
          header, "X1,a,盒,1,,,,,箱10", "X2,b,盒,1,,,,,箱=0", "", "X3,c,盒,1,,,,,箱=10,件=60",
          "X4,d,盒,1,,,也许,,", "X5,e,盒,99999999999999,,,,,", "X6,f,,1,,,,,")
      } == [
        "2 product_units_malformed", "3 product_units_malformed", "5 receipt_row_width",
        "6 lots_word_unknown", "7 amount_malformed", "8 product_cell_missing",
      ])
    #expect(
      faults {
        _ = try importList(
          header, "X1,a,盒,1,,,,,盒=2", "", "X2,b,公斤,1,,,,,斤=2", "X3,c,盒,1,,,,,框=2个",
          "X4,d,盒,1,,,,,框=9999999999", "BC01,e,公斤,1,,,,,", "BC01,e,盒,1,,,是,,",
          "X7,g,盒,1,,,,99999999999,", "X8,h,瓩,1,,,,,", "X9,i,盒,1,6970100000017,,,,",
          "X 10,i,盒,1,,,,,", "X11,i,盒,1,,A B,,,")
      } == [
        "2 unit_built_in", "4 unit_built_in", "5 unit_not_of_product", "6 product_unit_plausible",
        "7 product_unit_fixed", "8 product_has_stock", "9 product_shelf_days_positive",
        "10 unit_unknown", "11 barcode_taken", "12 product_sku_plain", "13 supplier_code_plain",
      ])
    #expect(try shop.programme.products.list().count == 25)
  }
}
