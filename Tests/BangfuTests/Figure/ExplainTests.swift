import Bangfu
import Domain
import Foundation
import Postgres
import Testing

/// Every step of an explanation adds up to the one before, in every version, down to the row of a file.
@Suite struct ExplainTests {
  let shop: Shop
  private let august: Month, september: Month

  /// Two months with a till, a file, unknown goods and refunds; August restated, and judged anew by it.
  init() throws {
    shop = try Shop()
    august = try #require(Month("2026-08"))
    september = try #require(Month("2026-09"))
    try shop.receive("BC01", "500")
    try shop.sell("BC01:1", at: "2026-08-05T10:00:00")
    try shop.sell("BC01:2", at: "2026-09-05T10:00:00")
    try shop.importRows(
      [
        DouyinLine("11", "1", paid: "2026-08-06 10:00:00"),
        DouyinLine("12", "1", paid: "2026-08-07 10:00:00"),
        DouyinLine("13", "1", sku: "ZZ99", paid: "2026-08-07 10:00:00"),
      ], name: "1788537600_a.csv")
    try shop.close("2026-08")
    _ = try figures.publish(august)
    try shop.sell("BC01:3", at: "2026-08-20T10:00:00")
    var set = try #require(try shop.programme.rules.inForce().first?.rules)
    (set.from, set.to) = (try #require(BusinessDay("2026-08-06")), nil)
    set.chosen["certificates"] = "required"
    _ = try shop.programme.rules.set([set], reason: "a letter")
    try shop.close("2026-09")
    _ = try figures.publish(september)
    _ = try shop.programme.months.restate(august, reason: "late")
  }

  private var figures: Figures { shop.programme.figures }

  /// The last six cells of a row: the sums.
  private func sums(_ row: [String]) -> [Money] { row.suffix(6).compactMap { Money($0) } }

  private func adding(_ rows: [[String]]) -> [Money] {
    rows.map(sums).reduce(Array(repeating: Money.zero, count: 6)) { zip($0, $1).map(+) }
  }

  /// Explains a place, and expects that its parts add up to their total; returns them.
  private func parts(
    _ month: Month, _ version: Int, _ place: FigurePlace, addingUpTo whole: [Money]
  ) throws -> [[String]] {
    let found = try figures.explain(month, version, at: place)
    #expect(found.version == version && found.parts.rows.cutFrom == nil)
    let rows = found.parts.rows.rows
    #expect(adding(rows) == whole, "\(month) \(version) \(place)")
    #expect(try sums(#require(found.parts.total.rows.first)) == whole, "\(place)")
    return rows
  }

  @Test func `each step adds up to the one before, in every version, down to the lines`() throws {
    var seen = 0
    for (month, version) in [(august, 1), (august, 2), (september, 1), (september, 2)] {
      let headline = try shop.programme.reports.monthly(month, as: .published(version)).headline
      let whole = [
        headline.gross, headline.refunds, headline.duplicates, headline.excluded, headline.pending,
        headline.counted,
      ]
      for channel in try parts(month, version, .month, addingUpTo: whole) {
        for product in try parts(
          month, version, .channel(channel[0]), addingUpTo: sums(channel))
        {
          let sku = product[0].isEmpty ? nil : product[0]
          let place = FigurePlace.product(channel: channel[0], sku: sku)
          for day in try parts(month, version, place, addingUpTo: sums(product)) {
            let day = (try #require(BusinessDay(day[0])), sums(day))
            let documents = try parts(
              month, version, .day(channel: channel[0], sku: sku, day.0), addingUpTo: day.1)
            for document in documents {
              seen += try lines(month, version, try #require(Int64(document[0])), sums(document))
            }
          }
        }
      }
    }
    #expect(seen == 20)  // with the pairs that judge the sales of September anew
  }

  /// Expects that the lines of a document with one product are worth its sums, and that each is explained as it is listed.
  private func lines(_ month: Month, _ version: Int, _ document: Int64, _ whole: [Money]) throws
    -> Int
  {
    let found = try figures.explain(month, version, at: .document(document)).parts.rows.rows
    #expect(found.compactMap { Money($0[5]) }.reduce(.zero, +) == whole[0] - whole[1])
    for line in found {
      let facts = try figures.explain(
        month, version, line: try #require(Int(line[0])), of: document)
      let values = Dictionary(
        uniqueKeysWithValues: zip(facts.facts.keys, try #require(facts.facts.rows.first)))
      #expect(
        [values["amount"], values["verdict"], values["rule"]] == [line[5], line[6], line[7]])
      #expect(values["month"] == month.description)
      guard let file = facts.file, let row = facts.row else { continue }
      let raw = try shop.programme.imports.row(row, of: file)
      #expect(raw.sha256 == values["sha256"] && raw.redactedSHA256 == values["redacted_sha256"])
      #expect(raw.cells.contains { $0.plain == values["order_no"] })
    }
    return found.count
  }

  @Test func `a line is explained by the verdict that the version has`() throws {
    func said(_ version: Int) throws -> [String] {
      let facts = try figures.explain(august, version, line: 1, of: 3).facts
      return ["order_no", "verdict", "rule", "rules", "restatement", "file"].map { key in
        facts.keys.firstIndex(of: key).map { facts.rows[0][$0] } ?? "?"
      }
    }
    let (first, second) = try (said(1), said(2))
    #expect(Array(first[1...2]) == ["counted", "eligible"] && first[4].isEmpty)
    #expect(Array(second[1...2]) == ["excluded", "certificate"] && second[4].hasSuffix("late"))
    #expect(first[3].hasSuffix("2010-01-01") && second[3].hasSuffix("2026-08-06"))
    #expect(first[0] == second[0] && first[5] == "1788537600_a.csv" && second[5] == first[5])
  }

  @Test func `an order is explained up to every version that it is in`() throws {
    let late = try figures.explain(order: "6")  // entered in September, of August
    #expect(late.keys.last == "versions")
    #expect(
      late.rows.map { $0[9] + ": " + ($0.last ?? "") }
        == Array(repeating: "2026-08: 2026-08 2, 2026-09 1", count: 3),
      "and the pair that judges it")
    let imported = try figures.explain(order: "11")
    #expect(
      imported.rows.map { $0[7...11].joined(separator: " ") } == [
        "excluded certificate 2026-08 1:2 2026-08 1, 2026-08 2"
      ])
    #expect(
      try figures.versions(withOrder: "11").rows.map { Array($0[0...3]) } == [
        ["2026-08", "1", "1", "128.00"], ["2026-08", "2", "1", "0.00"],
      ])
    #expect(refusal { _ = try figures.explain(order: "77777") } == "nothing_to_explain")
  }

  @Test func `what is not in a figure is not explained, and a month that is open as it stands`()
    throws
  {
    #expect(refusal { _ = try figures.explain(august, 9) } == "figure_unknown")
    #expect(
      refusal { _ = try figures.explain(august, at: .channel("nowhere")) } == "channel_unknown")
    #expect(refusal { _ = try figures.explain(august, at: .channel("fair")) } == "not_in_figure")
    #expect(refusal { _ = try figures.explain(august, at: .document(2)) } == "not_in_figure")
    #expect(refusal { _ = try figures.explain(august, line: 2, of: 1) } == "not_in_figure")
    #expect(
      refusal {
        _ = try figures.explain(august, at: .product(channel: "counter", sku: "XX99"))
      } == "product_unknown")
    try shop.sell("BC01:1", at: "2026-10-05T10:00:00")
    let open = try figures.explain(try #require(Month("2026-10")))
    #expect(open.version == nil && open.parts.rows.rows.map { $0[7] } == ["0.00"])
    let cut = try figures.explain(august, at: .product(channel: "douyin", sku: "BC01"), limit: 1)
    #expect(cut.parts.rows.rows.count == 1 && cut.parts.rows.cutFrom == 2)
    #expect(cut.parts.total.rows.first?[2] == "256.00")
  }
}
