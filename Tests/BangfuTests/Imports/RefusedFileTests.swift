import Bangfu
import Domain
import TestSupport
import Testing

/// Files that are refused whole, and leave nothing.
@Suite struct RefusedFileTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private let good = DouyinLine.csv([DouyinLine("6920001", "6920001")])

  @Test func `a header that has a core column twice, or not at all, is refused`() throws {
    let twice = good.replacing("商家备注", with: "主订单编号")
    #expect(refusal { try shop.importText(twice, name: "twice.csv") } == "column_twice")
    let missing = good.replacing("支付完成时间", with: "别的时间")
    #expect(refusal { try shop.importText(missing, name: "missing.csv") } == "column_missing")
    #expect(refusal { try shop.importText("甲,乙\n1,2\n", name: "a.csv") } == "file_not_recognised")
    #expect(try shop.programme.imports.list().rows.isEmpty)
    #expect(try shop.violations() == [])
  }

  @Test func `a file that is empty, cut in a quoted field or binary is refused`() throws {
    for (text, problem) in [
      ("", Problem("file_empty")), ("\u{FEFF} \n", Problem("file_empty")),
      ("\u{1}\u{2}", Problem("file_binary", ["offset": "0"])),
    ] {
      #expect(throws: problem) { try shop.importText(text, name: "a.csv") }
    }
    #expect(throws: Problem("quote_unclosed", ["line": "3"])) {
      try shop.importText(good + "\"6920002", name: "cut.csv")
    }
    #expect(try shop.programme.imports.list().rows.isEmpty)
    #expect(try shop.violations() == [])
  }

  @Test func `an order that is over without a time of payment is pending, not passed over`() throws
  {
    let result = try shop.importRows([
      DouyinLine("1", "1", paid: "-", status: "已完成"),
      DouyinLine("2", "2", paid: "-", status: "待支付"),
    ])
    #expect(result.rejected == 0 && result.new == 2 && result.pending == 1)
  }
}
