import Domain
import Foundation
import Testing
import Workbooks

@testable import BangfuCLI

/// A page can be read by everybody: its colours are far apart, its headings in order, its tables and charts named.
@Suite struct PageTests {
  /// The colours of a scheme, by their names.
  private func colours(_ rule: Substring) -> [String: [Double]] {
    Dictionary(
      rule.matches(of: /--(\w+):#([0-9a-f]+)/).map { match in
        let digits =
          match.output.2.count == 3 ? match.output.2.flatMap { [$0, $0] } : Array(match.output.2)
        let parts = stride(from: 0, to: 6, by: 2).map { at in
          Double(Int(String(digits[at...at + 1]), radix: 16) ?? 0) / 255
        }
        return (String(match.output.1), parts)
      }, uniquingKeysWith: { $1 })
  }

  /// How bright a colour is: WCAG 2.2, relative luminance.
  private func luminance(_ colour: [Double]) -> Double {
    zip([0.2126, 0.7152, 0.0722], colour).reduce(0) { sum, part in
      let linear = part.1 <= 0.04045 ? part.1 / 12.92 : pow((part.1 + 0.055) / 1.055, 2.4)
      return sum + part.0 * linear
    }
  }

  private func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test
  func `texts are 4.5 times as bright as what they stand on, bars 3 times, in light and dark`()
    throws
  {
    let schemes = PageStyle.css.split(separator: "@media")
    let (light, dark) = (colours(schemes[0]), colours(schemes[1]))
    #expect(light.count == 11 && Set(light.keys) == Set(dark.keys))
    for scheme in [light, dark] {
      for (text, ground) in [
        ("ink", "paper"), ("soft", "paper"), ("ink", "wash"), ("soft", "wash"),
      ] {
        let ratio = contrast(try #require(scheme[text]), try #require(scheme[ground]))
        #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
      }
      for part in 0...5 {
        let ratio = contrast(try #require(scheme["c\(part)"]), try #require(scheme["paper"]))
        #expect(ratio >= 3, "c\(part): \(ratio)")
      }
    }
    #expect(
      PageStyle.css.matches(of: /prefers-color-scheme:dark/).count
        == PageStyle.css.matches(of: /@media screen and \(prefers-color-scheme:dark\)/).count,
      "paper is never dark")
  }

  /// What is wrong with a page, a sentence each.
  private func faults(of page: String) -> [String] {
    var faults: [String] = []
    func expect(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }
    expect(page.firstMatch(of: /<html lang="(zh-CN|en)">/) != nil, "no language")
    expect(page.firstMatch(of: /<title>[^<]+<\/title>/) != nil, "no title")
    let levels = page.matches(of: /<h([1-6])>/).compactMap { Int($0.output.1) }
    let languages = page.matches(of: /<div class="(zh|en)" lang=/).count
    expect(
      languages > 0 && levels.first == 1 && levels.filter { $0 == 1 }.count == languages,
      "one first heading a language")
    expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "a level is left out")
    for table in page.components(separatedBy: "<table>").dropFirst() {
      let table = table.components(separatedBy: "</table>")[0]
      expect(table.firstMatch(of: /<caption[^>]*>[^<]+<\/caption>/) != nil, "no caption")
      let head = table.components(separatedBy: "</thead>")[0]
      let columns = head.matches(of: /<th scope="col"/).count
      expect(columns > 0 && columns == head.matches(of: /<th[ >]/).count, "a heading without scope")
      for row in table.components(separatedBy: "<tr>").dropFirst(2) {
        let hasHeading = row.firstMatch(of: /^(?:<td[^>]*><\/td>)*<th scope="row"/) != nil
        expect(hasHeading, "a row without a heading")
        expect(row.matches(of: /<t[hd][ >]/).count == columns, "a row of other columns")
      }
    }
    for svg in page.matches(of: /<svg ([^>]*)>/) {
      let isNamed = svg.output.1.firstMatch(of: /role="img" aria-label="[^"]+"/) != nil
      expect(isNamed || svg.output.1.contains("aria-hidden"), "a chart without a name")
    }
    let ids = page.matches(of: /\bid="([^"]*)"/).map(\.output.1)
    expect(Set(ids).count == ids.count, "an id that is there twice")
    expect(
      page.firstMatch(of: /(?:src|href|action)=|url\((?!#)|@import|<script|https?:/) == nil,
      "something from elsewhere")
    return faults
  }

  private func paper(products: Int) -> Paper {
    let rows = (0..<products).map { number in
      [Cell("P\(number)"), Cell("茶 \(number)"), Cell(Money(minor: 1_00))]
    }
    let total = [Cell("Total"), .empty, Cell(Money(minor: Int64(products) * 1_00))]
    var part = Paper.Part("By product", Table([.sku, .name, .counted], rows: rows), total: total)
    part.chart = .bars(rows.prefix(12).map { ($0[1].plain, Money(minor: 1_00)) })
    var months = Paper.Part(
      "Months", Table([.month, .counted], rows: [[Cell("2025-01"), Cell("1.00")]]))
    months.chart = .stacked(labels: ["01"], series: [("x", [Money(minor: 1_00)])], in: .yuan)
    return Paper(title: "Month", notes: ["note"], parts: [part, months])
  }

  @Test(arguments: [0, 1, 25, 301])
  func `headings are in order, and tables and charts have names`(_ products: Int) {
    #expect(faults(of: paper(products: products).page) == [])
    #expect(faults(of: Page(in: [.en, .zh]) { paper(products: products) }.html) == [])
    let list = Paper(list: Paper.Part("", Table([.sku, .name], rows: [["a", "b"]])))
    #expect(faults(of: list.page) == [])
  }

  /// The halves of a page of both languages, with what is before and behind them.
  private func halves(of page: String) -> [String] {
    let parts = page.components(separatedBy: "<div class=\"zh\"")
    guard parts.count == 2 else { return [] }
    let inner = parts[1].components(separatedBy: "<div class=\"en\"")
    return inner.count == 2 ? ["<div class=\"zh\"" + inner[0], "<div class=\"en\"" + inner[1]] : []
  }

  @Test
  func `a page of both languages has each number in each, and a switch that needs no script`()
    throws
  {
    let page = Page(in: [.zh, .en]) { paper(products: 3) }.html
    let halves = halves(of: page)
    try #require(halves.count == 2)
    let numbers = halves.map { half in half.matches(of: />(-?[0-9][0-9,.]*)</).map(\.output.1) }
    #expect(numbers[0] == numbers[1] && numbers[0].count > 8)
    #expect(halves[0].contains("lang=\"zh-CN\"") && halves[0].contains(">计入</th>"))
    #expect(halves[1].contains("lang=\"en\"") && halves[1].contains(">Counted</th>"))
    #expect(!halves[0].contains(">Counted</th>") && !halves[1].contains(">计入</th>"))
    for half in halves { #expect(half.components(separatedBy: "<h1>").count == 2) }
    // Each radio button has a label, stands before what it hides, and the first language is chosen.
    let buttons = page.matches(
      of: /<input class="same" type="radio" name="language" id="(zh|en)"( checked)?>/)
    #expect(buttons.map { String($0.output.1) } == ["zh", "en"])
    #expect(buttons.map { $0.output.2 != nil } == [true, false])
    for button in buttons {
      let (mine, other) = (button.output.1, button.output.1 == "zh" ? "en" : "zh")
      #expect(page.contains("<label for=\"\(mine)\""))
      #expect(PageStyle.css.contains("#\(mine):checked~.\(other)"))
      #expect(button.range.lowerBound < page.range(of: "<div class")?.lowerBound ?? page.startIndex)
    }
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"zh-CN\">"))
    #expect(Page(in: [.en, .zh]) { paper(products: 3) }.html.contains("<html lang=\"en\">"))
    #expect(!Page(in: [.en]) { paper(products: 3) }.html.contains("<input"))
  }

  /// From where to where the texts of a drawing stand in each line, as far as a letter of a terminal's column is 7 wide.
  private func texts(of svg: Substring) -> [(y: Int, left: Double, right: Double)] {
    svg.matches(of: /<text ([^>]*)>([^<]*)<\/text>/).compactMap { text in
      let (attributes, words) = (text.output.1, String(text.output.2))
      guard let x = attributes.firstMatch(of: /x="([0-9.]+)"/).flatMap({ Double($0.output.1) }),
        let y = attributes.firstMatch(of: /y="([0-9]+)"/).flatMap({ Int($0.output.1) })
      else { return nil }
      let width = Double(words.columns) * 7
      let begin =
        attributes.contains("\"end\"")
        ? x - width : attributes.contains("\"middle\"") ? x - width / 2 : x
      return (y, begin, begin + width)
    }
  }

  @Test func `each chart is drawn for a telephone, too, where it needs no scrolling`() throws {
    let long = String(repeating: "渝东南武陵山区", count: 9)
    let amount = Money(minor: -138_000_000_00)
    let days = (101...131).map { String(String($0).dropFirst()) }
    let series = (0..<9).map { ("\(long)\($0)", days.map { _ in Money(minor: 13_800_00) }) }
    for chart in [
      Chart.bars([(long, amount), ("x", Money(minor: 1))]),
      .steps([(long, Money.zero, amount, amount), ("x", amount, .zero, amount)]),
      .stacked(labels: days, all: series, in: .yuan), .progress(done: -amount, of: -amount),
    ] {
      let drawings = chart.svg(titled: "x").split(separator: "<svg ").map { $0 }
      #expect(drawings.count == 2)
      for (drawing, width) in zip(drawings, [720.0, 328]) {
        #expect(drawing.contains("viewBox=\"0 0 \(Int(width)) "))
        let texts = texts(of: drawing).sorted { ($0.y, $0.left) < ($1.y, $1.left) }
        #expect(texts.count >= 1 && texts.allSatisfy { $0.left >= 0 && $0.right <= width })
        for (one, next) in zip(texts, texts.dropFirst()) where one.y == next.y {
          #expect(one.right <= next.left, "texts stand on each other")
        }
        for bar in drawing.matches(of: /<rect [^>]*x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"/) {
          let (x, wide) = (Double(bar.output.1) ?? -1, Double(bar.output.2) ?? -1)
          #expect(x >= 0 && x + wide <= width)
        }
      }
    }
    #expect(
      !PageStyle.css.contains("figure{margin:.6em 0;overflow")
        && PageStyle.css.contains("figure .narrow"))
  }

  @Test func `a fault of a page is found`() {
    let page = paper(products: 2).page
    for (right, wrong) in [
      (" scope=\"col\"", ""), (" scope=\"row\"", ""), ("<h2>", "<h3>"), ("aria-label", "label"),
      ("<body>", "<body><img src=\"x\">"), ("<caption", "<p"), ("id=\"h1\"", "id=\"h0\""),
    ] {
      #expect(!faults(of: page.replacing(right, with: wrong)).isEmpty, "\(wrong)")
    }
  }

  @Test func `a page of 100,000 products says what it cuts, still adds up, and stays small`()
    throws
  {
    let paper = paper(products: 100_000)
    let page = paper.page
    #expect(page.utf8.count < 300_000)
    #expect(page.contains("The first 300 of 100000, the others in one row."))
    #expect(page.contains(">99700 others</th>") && page.contains(">99,700.00</td>"))
    #expect(page.contains(">100,000.00</td>"))
    var rows = 0
    try paper.sheets[0].rows { _ in rows += 1 }
    #expect(rows == 100_000)
    let list = Paper(list: Paper.Part("", paper.parts[0].table))
    #expect(list.page.contains("P99999"), "a list is whole")
  }
}
