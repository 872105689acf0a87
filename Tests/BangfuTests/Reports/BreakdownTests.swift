import Bangfu
import Domain
import Postgres
import Testing

/// Each row of a breakdown leads from its sales to what counts of them, and nothing that was sold is left out.
@Suite struct BreakdownTests {
  private let shop: Shop
  init() throws {
    shop = try Shop()
    for sku in ["BC01", "AJ01", "LY01"] { try shop.receive(sku, "20") }
  }

  private func report(_ month: String) throws -> FigureReport {
    let report = try shop.programme.reports.monthly(#require(Month(month)), proving: true)
    #expect(report.reconciles && report.differences == [])
    for row in report.byChannel + report.byProduct + report.bySupplier + report.byTime {
      let sums = row.sums
      let left = sums.gross - sums.refunds - sums.duplicates - sums.excluded - sums.pending
      #expect(left == sums.counted, "\(row)")
    }
    #expect(try shop.violations() == [])
    return report
  }

  private func cells(_ listed: Listed, _ keys: String...) -> [String] {
    listed.rows.map { row in
      keys.map { key in listed.keys.firstIndex(of: key).map { row[$0] } ?? "?" }.joined(
        separator: " ")
    }
  }

  private func cells(_ rows: [BreakdownRow], _ parts: (BreakdownRow) -> [String]) -> [String] {
    rows.map { parts($0).joined(separator: " ") }
  }

  private func money(_ amounts: Money...) -> [String] { amounts.map(\.description) }

  @Test func `what is excluded stands in its rows, and its refund a month later too`() throws {
    let sale = try shop.sell("AJ01:2", "BC01:1", at: "2026-09-05T10:00:00", cash: "364").document
    #expect(
      try cells(report("2026-09").byProduct) {
        [$0.code] + money($0.sums.gross, $0.sums.excluded, $0.sums.counted)
      }
        == ["BC01 128.00 0.00 128.00", "AJ01 236.00 236.00 0.00"])
    var refund = RefundRequest(document: sale)
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-10-02T10:00:00")
    _ = try shop.programme.orders.refund(refund)
    let later = try report("2026-10")
    #expect(later.headline.excluded.description == "-118.00" && later.headline.counted == .zero)
    for rows in [later.byChannel, later.byProduct, later.bySupplier, later.byTime] {
      let sums = cells(rows) {
        money($0.sums.gross, $0.sums.refunds, $0.sums.excluded, $0.sums.counted)
      }
      #expect(sums == ["0.00 118.00 -118.00 0.00"])
    }
  }

  @Test func `what was given away is listed, what was voided is not`() throws {
    try shop.give("BC01:2@0", at: "2026-09-05T10:00:00")
    let wrong = try shop.give("LY01:1@0", at: "2026-09-06T10:00:00").document
    _ = try shop.programme.orders.void(wrong, reason: "错")
    let report = try report("2026-09")
    let products = cells(report.byProduct) {
      [$0.code, $0.quantity?.short ?? ""] + money($0.sums.gross)
    }
    #expect(products == ["BC01 2 0.00"])
    #expect(cells(report.bySupplier) { [$0.code] + money($0.sums.gross) } == ["TEA 0.00"])
    #expect(cells(report.byTime) { [$0.code] + money($0.sums.gross) } == ["2026-09-05 0.00"])
  }

  @Test func `a listing that is not mapped is not a product without a supplier`() throws {
    try shop.sell("LY01:1", at: "2026-09-05T10:00:00", cash: "90")
    let line = DouyinLine(
      "692001", "692001", sku: "NOPE", payable: "55.00", paid: "2026-09-06 10:00:00")
    try shop.importRows([line])
    let report = try report("2026-09")
    let missing = cells(report.bySupplier) {
      [$0.code, $0.missing?.rawValue ?? ""] + money($0.sums.gross, $0.sums.pending)
    }
    #expect(Set(missing) == [" supplier 90.00 0.00", " listing 55.00 55.00"])
    #expect(
      cells(report.byProduct) { [$0.code, $0.missing?.rawValue ?? ""] } == ["LY01 ", " listing"])
    let month = try #require(Month("2026-09"))
    let suppliers = try shop.programme.reports.suppliers(in: .month(month)).rows
    #expect(
      Set(cells(suppliers, "supplier", "missing", "gross").filter { $0.hasPrefix(" ") })
        == [" supplier 90.00", " listing 55.00"])
    let margin = try shop.programme.reports.margin(in: .month(month), by: .supplier)
    #expect(
      Set(cells(margin.rows, "code", "missing", "sales")) == [" supplier 90.00", " listing 55.00"])
    #expect(cells(margin.total, "sales", "missing") == ["145.00 "])
  }
}

extension Shop {
  /// Enters an order of nothing but gifts, without money.
  @discardableResult
  fileprivate func give(_ line: String, at time: String) throws -> OrderReceipt {
    var order = Order()
    order.lines = [try OrderLine(parsing: line)]
    order.at = Instant(time)
    return try programme.orders.enter(order, command: "test")
  }
}
