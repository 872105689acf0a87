import Domain
import Foundation
import Tabular
import TestSupport
import Testing

@testable import BangfuCLI

/// Every list, run after its step: in 万元, and as a workbook, which `import` refuses by name.
extension RoleTests {
  private typealias Row = [String: Any]

  @Test func `every list is in 万元 or has no amounts, and a workbook has its cells`()
    throws
  {
    var (shown, refused) = (Set<String>(), Set<String>())
    var books: [String] = []
    _ = try run(as: "official") { command, line in
      let plain = try shop.shell("\(shop.program) \(line) --format json --in yuan")
      guard plain.status == 0, command != "report waterfall", let rows = list(plain.slips)?.rows
      else { return }
      if let book = try workbook(of: line, having: rows, named: "book\(books.count).xlsx") {
        books.append(book)
      }
      let run = try shop.shell("\(shop.program) \(line) --format json --in wan")
      if run.status == 64 {
        #expect(run.words.contains("no amount in this list"), "\(line): \(run.words)")
        #expect(rows.allSatisfy { amounts($0).isEmpty }, "\(line): \(plain.slips)")
        refused.insert(command)
        return
      }
      shown.insert(command)
      expect(
        try #require(list(run.slips)), toBeRounded: rows, line, but: Self.levels[command] ?? [])
    }
    #expect(
      shown.isSuperset(
        of: [
          "order list", "stock list", "stock moves", "stock ageing", "supplier account",
          "supplier owed", "settle list", "settle reconcile", "target show", "target history",
          "agreement list", "figure explain", "report margin", "report suppliers",
        ] + Self.levels.keys), "\(shown.sorted())")
    #expect(
      refused.isSuperset(of: ["unit list", "product list", "approval rules", "import list"]),
      "\(refused.sorted())")
    #expect(books.count > 60)
    let imported = try shop.shell(
      "\(shop.program) import \(books.joined(separator: " ")) --channel douyin --yes")
    #expect(imported.status == 65)
    #expect(
      imported.words.matches(of: /a report that bangfu wrote/).count == books.count,
      "\(imported.words)")
  }

  /// Writes a list as a workbook and compares it with its JSON, cell by cell; nil where there is no such workbook.
  ///
  /// Of words for codes it compares that there is one.
  private func workbook(of line: String, having rows: [Row], named file: String) throws -> String? {
    let run = try shop.shell("\(shop.program) \(line) --in yuan --output \(file)")
    guard run.status == 0, !rows.isEmpty else { return run.status == 0 ? file : nil }
    var cells: [[String]] = []
    try TableFile.open(shop.folder.path + "/" + file).tables[0].forEachRow {
      cells.append($0.strings)
    }
    let keys = rows.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    let titles = Dictionary(keys.map { (Column.named($0).title, $0) }) { first, _ in first }
    let head = try #require(
      cells.firstIndex { $0.filter { titles[$0] != nil }.count > 1 }
        ?? cells.firstIndex { $0.contains { titles[$0] != nil } }, "\(line): \(cells)")
    let body = cells[(head + 1)...]
    #expect(body.count >= rows.count, "\(line)")
    for (column, title) in cells[head].enumerated() {
      guard let key = titles[title] else { continue }
      for (row, cells) in zip(rows, body) {
        let (wanted, found) = (plain(row[key]), column < cells.count ? cells[column] : "")
        switch Column.named(key).kind {
        case .word, .words, .facts, .flag, .tenders:
          #expect(wanted.isEmpty == found.isEmpty, "\(line): \(key)")
        default:
          let isNamed = wanted.isEmpty && found.hasPrefix("(")  // such as "(no supplier)"
          #expect(isNamed || plain(found) == wanted, "\(line): \(key)")
        }
      }
    }
    return file
  }

  /// What JSON or a cell holds, a number without the zeros at its end.
  private func plain(_ value: Any?) -> String {
    guard let value, !(value is NSNull) else { return "" }
    let text = "\(value)".replacing(",", with: "")
    guard text.contains("."), let number = Double(text) else { return text == "-0" ? "0" : text }
    return number == number.rounded() ? String(Int(number)) : String(number)
  }

  /// The lists with amounts of which each stands in the place of another, by their keys.
  private static let levels: [String: Set<String>] = [
    "supplier account": ["owed"], "target history": ["amount"], "figure list": ["counted"],
  ]

  /// A list in JSON: its rows, what rounding leaves of them, and the unit; nil of what is no list.
  private func list(_ json: String) -> (rows: [Row], left: Row, unit: String?)? {
    let value = try? JSONSerialization.jsonObject(with: Data(json.utf8))
    if let object = value as? Row, let rows = object["rows"] as? [Row] {
      return (rows, object["rounding"] as? Row ?? [:], object["unit"] as? String)
    }
    guard var rows = value as? [Row] else { return nil }
    func take(_ code: String) -> Row? {
      rows.last?.values.contains { $0 as? String == code } == true ? rows.removeLast() : nil
    }
    let unit = take("10000_yuan").map { _ in "10000_yuan" }
    let left = take("rounding") ?? [:]  // first, since it takes a row away
    return (rows, left, unit)
  }

  /// The amounts of a row, by their keys.
  private func amounts(_ row: Row) -> [String: Money] {
    var amounts: [String: Money] = [:]
    for (key, value) in row where Column.named(key).kind == .money {
      if let text = value as? String, text.contains(".") { amounts[key] = Money(text) }
    }
    return amounts
  }

  private func expect(
    _ found: (rows: [Row], left: Row, unit: String?), toBeRounded rows: [Row], _ line: String,
    but levels: Set<String>
  ) {
    let unit = MoneyUnit.tenThousands
    #expect(found.unit == unit.code, "\(line)")
    let (shown, exact, left) = (found.rows.map(amounts), rows.map(amounts), amounts(found.left))
    #expect(shown == exact.map { $0.mapValues(unit.of) }, "\(line)")
    #expect(rows.isEmpty || levels.isSubset(of: exact.flatMap(\.keys)), "\(line): \(rows)")
    #expect(levels.isDisjoint(with: left.keys), "\(line): \(left)")
    for key in Set(exact.flatMap(\.keys)).subtracting(levels) {
      let sum = shown.reduce(left[key] ?? .zero) { $0 + ($1[key] ?? .zero) }
      #expect(sum == unit.of(exact.reduce(.zero) { $0 + ($1[key] ?? .zero) }), "\(line): \(key)")
    }
  }

  @Test func `a list in 万元 says so in every format, and keeps prices in yuan`() throws {
    let run = try shop.shell(
      """
      for n in 1 2 3; do \(shop.program) order enter --line BC01:1 --tender wechat:128 >/dev/null; done
      for n in 1 2 3; do \(shop.program) stock receive BC01 1 --cost 32 --supplier TEA; done >/dev/null
      \(shop.program) supplier account TEA --in 万元 --format csv | cut -d, -f 1,8,9
      \(shop.program) supplier contract add TEA BC01 --price 61 --from 2026-01-01 --to 2099-01-01 --yes
      for n in table csv json; do \(shop.program) order list --in 万元 --format $n; done
      \(shop.program) order list --in 万元 --limit 2 --format csv
      for n in csv html xlsx; do \(shop.program) order list --in 万元 --output list.$n; done
      """)
    #expect(run.status == 0, "\(run.words)")
    let text = run.slips
    #expect(text.contains("In 10,000 yuan\n") && text.contains("Rounding"), "\(text)")
    #expect(text.contains("wechat 0.01") && !text.contains("128.00"), "\(text)")
    #expect(text.contains(#""document": "rounding""#) && text.contains("10000_yuan"))
    #expect(text.matches(of: /\nrounding,/).count == 2, "what is cut has no sum: \(text)")
    #expect(shop.read("list.csv").contains("rounding,") && shop.read("list.csv").contains("unit,"))
    #expect(shop.read("list.html").contains("In 10,000 yuan"))
    #expect(shop.read("list.html").contains(">Rounding<"))
    let book = try shop.shell("unzip -p list.xlsx xl/worksheets/sheet1.xml xl/sharedStrings.xml")
    #expect(book.slips.contains("Rounding") && book.slips.contains("In 10,000 yuan"))
    #expect(!book.slips.contains("<v>128</v>") && run.words.contains("Wrote 3 rows to list.xlsx"))
    // 32 yuan are 0.0032 of the unit, 64 are 0.0064, 96 are 0.0096: what is owed is no sum of what was.
    #expect(text.contains(",0.00,0.01\nrounding,0.01,\n"), "\(text)")
    let explained = try shop.shell(
      "\(shop.program) explain 1 --in wan --format json; \(shop.program) order list --in yuan")
    #expect(explained.slips.contains(#""unit": "10000_yuan""#), "\(explained.slips)")
    #expect(explained.slips.contains("128.00") && !explained.slips.contains("Rounding"))
    let contracts = try shop.shell("\(shop.program) supplier contract list --in 万元")
    #expect(contracts.slips.contains("In 10,000 yuan; in yuan: Price\n"), "\(contracts.words)")
    #expect(contracts.slips.contains(" 61.00 "))
    let products = try shop.shell("\(shop.program) product list --in 万元")
    #expect(products.status == 64 && products.words.contains("no amount"), "\(products.slips)")
  }
}
