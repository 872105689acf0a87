import Bangfu
import Domain
import Fixtures
import Foundation
import Postgres
import Tabular
import TestSupport
import Testing
import Workbooks

@testable import BangfuCLI

/// Pages and workbooks hold the numbers of the report's JSON, all of them, and are read back by others' means.
@Suite struct PaperTests {
  private let shop: CounterShop
  private let programme: Programme

  /// What chance goes by: `SEED`, else one of now, which is printed.
  private static let seed =
    ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 1...999_999)

  /// Fifty months of a few sales each; in some of them more is refunded than sold.
  init() throws {
    shop = try CounterShop()
    let seed = Self.seed
    print("papers of 50 months at random: SEED=\(seed)")
    var random = SplitMix64(seed: seed)
    var script = ""
    for number in 0..<50 {
      let month = "\(2021 + number / 12)-" + String(format: "%02d", number % 12 + 1)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let sku = ["BC01", "HS01", "HS03"].randomElement(using: &random) ?? "BC01"
        let day = String(format: "%02d", Int.random(in: 1...28, using: &random))
        script +=
          #"{"line":["\#(sku):0.1"],"tender":["cash:100"],"at":"\#(month)-\#(day)T10:00:00"}"#
          + "\n"
      }
    }
    try shop.write(
      script.replacing("BC01:0.1", with: "BC01:1").replacing("HS03:0.1", with: "HS03:1")
        .replacing("cash:100", with: "cash:1000"), to: "orders")
    let run = try shop.shell(
      """
      \(shop.program) stock receive BC01 900 && \(shop.program) stock receive HS03 900
      \(shop.program) target set 100 --from 2021-01-01 --to 2021-12-31
      \(shop.program) order enter - <orders >/dev/null
      for n in 1 2 3 4 5; do \(shop.program) order refund $n --all --at 2025-01-0${n}T10:00 --yes; done
      true
      """)
    #expect(run.status == 0, "\(run.words)")
    programme = try Programme(
      at: .server(TestServer.shared.conninfo(database: shop.database)), named: "pengshui",
      operatorName: "test")
  }

  /// The tables of a page by their headings: the plain cells of their rows.
  private func tables(ofPage page: String) -> [String: [[String]]] {
    var tables: [String: [[String]]] = [:]
    for section in page.components(separatedBy: "<section>").dropFirst() {
      let title = section.firstMatch(of: /<h2>(.*?)<\/h2>/).map { String($0.output.1) } ?? ""
      tables[title] = section.matches(of: /<tr>(.*?)<\/tr>/).map { row in
        row.output.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map {
          plain(String($0.output.1))
        }
      }
    }
    return tables
  }

  /// The sheets of a workbook by the end of their titles: the plain cells under the headings.
  private func tables(ofWorkbook path: String) throws -> [String: [[String]]] {
    var tables: [String: [[String]]] = [:]
    for sheet in try TableFile.open(path).tables {
      var rows: [[String]] = []
      try sheet.forEachRow { rows.append($0.strings.map(plain)) }
      let title = rows.first?.first?.components(separatedBy: " · ").last ?? ""
      tables[title] = rows
    }
    return tables
  }

  /// A number without grouping and zeros at its end.
  private func plain(_ cell: String) -> String {
    let text = cell.replacing(",", with: "")
    guard text.contains("."), let value = Money(text) else { return text == "-0" ? "0" : text }
    var short = value.description
    while short.hasSuffix("0") { short.removeLast() }
    return short.hasSuffix(".") ? String(short.dropLast()) : short
  }

  /// What the JSON says of each breakdown: the key and the sums of its rows.
  private func expected(_ json: String) throws -> [String: [[String]]] {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
    var all: [String: [[String]]] = [:]
    for (key, title, of) in [
      ("by_channel", "By channel", "channel"), ("by_product", "By product", "sku"),
      ("by_supplier", "By supplier", "supplier"), ("by_day", "By day", "day"),
      ("by_month", "By month", "month"),
    ] {
      guard let rows = object[key] as? [[String: Any]] else { continue }
      all[title] = rows.map { row in
        ([of] + Self.sums).map { plain(row[$0] as? String ?? "?") }
      }
      all[title]?.append(["Total"] + Self.sums.map { plain(object[$0] as? String ?? "?") })
    }
    return all
  }

  private static let sums = ["gross", "refunds", "duplicates", "excluded", "pending", "counted"]
  private static let titles = ["Gross", "Refunds", "Duplicates", "Excluded", "Pending", "Counted"]

  /// Of a table its key and sums, by the titles of its columns.
  private func found(_ rows: [[String]]) -> [[String]] {
    guard let head = rows.firstIndex(where: { $0.contains("Gross") }) else { return [] }
    return rows[(head + 1)...].map { row in
      [row.first ?? "?"]
        + Self.titles.map { title in
          rows[head].firstIndex(of: title).map { $0 < row.count ? row[$0] : "?" } ?? "?"
        }
    }
  }

  private func check(_ pages: FigurePages, _ around: FigureSurroundings) throws -> Int {
    let paper = pages.paper(around: around)
    let path = shop.folder.path + "/month.xlsx"
    try write(paper, to: path, as: .xlsx)
    let (page, book) = (tables(ofPage: paper.page), try tables(ofWorkbook: path))
    var seen = 0
    for (title, rows) in try expected(pages.json.pretty) where rows.count > 1 {
      #expect(found(page[title] ?? []) == rows, "\(title) of the page")
      #expect(found(book[title] ?? []) == rows, "\(title) of the workbook")
      seen += rows.count
    }
    #expect(paper.page.contains("<svg") && !paper.page.contains("<script"))
    #expect(
      paper.page.firstMatch(of: /(?:src|href)=|url\((?!#)|@import/) == nil, "nothing from elsewhere"
    )
    return seen
  }

  @Test func `fifty months: the page and the workbook have the numbers of the JSON`() throws {
    var seen = 0
    for number in 0..<50 {
      let month = try #require(
        Month("\(2021 + number / 12)-" + String(format: "%02d", number % 12 + 1)))
      let report = try programme.reports.monthly(month)
      seen += try check(FigurePages(report: report), programme.reports.around(.month(month)))
    }
    #expect(seen > 200)
    for year in 2021...2025 {
      let report = try programme.reports.yearly(year)
      #expect(report.reconciles)
      let months = try report.byTime.map { try programme.reports.monthly(#require(Month($0.code))) }
      #expect(months.reduce(Money.zero) { $0 + $1.headline.counted } == report.headline.counted)
      #expect(try check(FigurePages(report: report), programme.reports.around(.year(year))) > 4)
    }
  }

  @Test func `amounts in 万元 are rounded last, and what that leaves stands apart`() throws {
    let table = Table(
      [.channel, .counted], rows: (1...3).map { ["c\($0)", "5000.00"] })
    let part = Paper.Part("x", table, total: [Cell("Total"), Cell("15000.00")], in: .tenThousands)
    #expect(part.table.rows.map { $0[1].plain } == ["0.50", "0.50", "0.50"])
    #expect(part.total?[1].plain == "1.50")
    let odd = Table([.channel, .counted], rows: (1...3).map { ["c\($0)", "49.99"] })
    let kept = Paper.Part("x", odd, total: [Cell("Total"), Cell("149.97")], in: .tenThousands)
    #expect(kept.shown.rows.map { $0[1].plain } == ["0.00", "0.00", "0.00", "0.01"])
    #expect(MoneyUnit.tenThousands.of(Money(minor: -5_000)) == Money(minor: -1))
    #expect(MoneyUnit.tenThousands.of(Money(minor: 4_999)) == .zero)
    let month = try #require(Month("2025-01"))
    let report = try programme.reports.monthly(month)
    #expect(FigurePages(report: report, in: .tenThousands).json.pretty.contains("10000_yuan"))
  }

  @Test func `amounts in 万元 say so, in every report and format`() throws {
    let day = "--from 2025-01-01 --to 2025-12-31"
    for report in [
      "monthly 2025-01", "yearly 2025", "pace --today 2021-06-01", "waterfall 2025",
      "margin \(day)", "margin \(day) --by channel", "suppliers \(day)",
      "suppliers \(day) --households",
    ] {
      for format in ["json", "csv"] {
        for (unit, isSaid) in [("wan", true), ("yuan", false)] {
          let run = try shop.shell(
            "\(shop.program) report \(report) --in \(unit) --format \(format) --output r.\(format); cat r.\(format)"
          )
          #expect(run.status == 0, "\(report): \(run.words)")
          let text = run.slips
          #expect(text.contains("10000_yuan") == isSaid, "\(report) as \(format): \(text)")
          #expect(!text.contains("Rounding") && !text.contains("尾差"), "programs read English codes")
        }
      }
      let shown = try shop.shell("\(shop.program) report \(report) --in 万元")
      #expect(shown.slips.contains("n 10,000 yuan"), "\(report): \(shown.slips)")
    }
  }

  @Test func `the page of each report is in both languages, and in one where that is asked for`()
    throws
  {
    let time = "--from 2021-01-01 --to 2025-12-31"
    for report in [
      "monthly 2025-01", "yearly 2025", "pace --today 2021-06-01", "waterfall 2021",
      "margin \(time)", "suppliers \(time)",
    ] {
      let both = try shop.shell("\(shop.program) report \(report) --output b.html; cat b.html")
      #expect(both.status == 0, "\(report): \(both.words)")
      let halves = both.slips.components(separatedBy: "<div class=\"zh\"")
      try #require(halves.count == 2, "\(report) has both languages")
      let numbers = halves.map { half in
        half.matches(of: />(-?[0-9][0-9,]*\.[0-9]{2})</).map { String($0.output.1) }
      }
      #expect(numbers[0] == numbers[1] && !numbers[0].isEmpty, "\(report)")
      for (half, isChinese) in zip(halves, [false, true]) {
        for said in half.matches(of: /<(h1|h2|th scope="col"[^>]*)>([^<]+)</) {
          let hasChinese = said.output.2.unicodeScalars.contains { $0.properties.isIdeographic }
          // Channels are called by their names in either language; only headings that are ours are looked at.
          if said.output.1 != "h1", said.output.2.contains("柜台") || said.output.2 == "%" {
            continue
          }
          #expect(hasChinese == isChinese, "\(report): \(said.output.2)")
        }
      }
      for (language, other) in [("zh", "en"), ("en", "zh")] {
        let one = try shop.shell(
          "\(shop.program) report \(report) --lang \(language) --output o.html; cat o.html")
        #expect(one.slips.contains("<div class=\"\(language)\"") && !one.slips.contains("<input"))
        #expect(!one.slips.contains("<div class=\"\(other)\""))
      }
    }
  }

  @Test func `a list whose rows come while it is written has every row and column of its CSV`()
    throws
  {
    let run = try shop.shell(
      """
      set -e
      \(shop.program) order list --lang en --output o.xlsx
      \(shop.program) order list --lang en --output o.csv
      \(shop.program) order list --lang en --limit 3 --output few.xlsx
      \(shop.program) order list --lang en --channel counter --from 1999-01-01 --to 1999-01-02 --output none.xlsx
      \(shop.program) order list --lang en --from 2021-01-01 --to 2021-12-31 --output year.csv
      python3 -c '
      import zipfile
      page = zipfile.ZipFile("o.xlsx").read("xl/worksheets/sheet1.xml").decode()
      print("hidden", [c.split("\\"")[1] for c in page.split("<col ")[1:] if "hidden=\\"1\\"" in c.split("/>")[0]])' >&2
      """)
    #expect(run.status == 0, "\(run.words)")
    func cells(_ file: String) throws -> [[String]] {
      var rows: [[String]] = []
      try TableFile.open(shop.folder.path + "/" + file).tables[0].forEachRow {
        rows.append($0.strings)
      }
      return rows
    }
    let (book, text) = (try cells("o.xlsx"), try cells("o.csv"))
    let head = try #require(book.firstIndex { $0.first == "Document" })
    #expect(book.count - head == text.count && text.count > 50)
    #expect(
      book[1] == ["bangfu order list --lang en"] + Array(repeating: "", count: book[1].count - 1))
    let titles = try #require(text.first).map { Column.named($0).title }
    #expect(book[head].filter { !$0.isEmpty } == titles)
    for (mine, its) in zip(book[(head + 1)...], text.dropFirst()) {
      #expect(
        mine.map(plain) + Array(repeating: "", count: its.count - mine.count) == its.map(plain))
    }
    let few = try cells("few.xlsx")
    #expect(few.contains { $0.first == "3 of \(text.count - 1) rows" })
    #expect(few.count - 1 - (few.firstIndex { $0.first == "Document" } ?? 0) == 3)
    #expect(run.words.contains("Wrote 3 of \(text.count - 1) rows to few.xlsx."))
    #expect(run.words.contains("Wrote 0 rows to none.xlsx."))
    // Nobody bought on account, or by a platform: the columns of buyers and order numbers are there, and not seen.
    #expect(run.words.contains("hidden ['5', '6']"), "\(run.words)")
    let wrong = try shop.shell(
      "\(shop.program) order list --channel none --output no.xlsx; ls no.xlsx")
    #expect(wrong.status != 0 && wrong.words.contains("none"))
  }

  @Test func `percentages are no amounts`() throws {
    let pace = try shop.shell(
      "\(shop.program) report pace --today 2021-06-01 --output p.html; cat p.html")
    #expect(pace.status == 0, "\(pace.words)")
    let done = try #require(pace.slips.firstMatch(of: /Done, %<\/th>(.*?)<\/tr>/)).output.1
    #expect(done.contains(/<td class="n"><\/td><td class="n">[0-9]+\.[0-9]<\/td>/), "\(done)")
    for column in Column.all where column.title.contains("%") { #expect(column.kind == .percent) }
    let sheets = Paper(
      list: Paper.Part(
        "", Table([.name, .share, .quantity], rows: [["a", "12.5", "3"], ["b", "7", "1"]]))
    ).sheets
    #expect(sheets[0].columns.map(\.kind) == [.text, .number(decimals: 1), .number(decimals: 0)])
  }

  @Test func `who may read a report may have its page, with the version and what was signed for`()
    throws
  {
    let login = "reader_of_\(shop.database)"
    let conninfo = TestServer.shared.conninfo(database: shop.database, login: "bangfu")
    let program =
      "env BANGFU_DATABASE='\(conninfo.replacing("'", with: "'\\''"))' \(shop.programs)/bangfu"
    try shop.write(
      "订单号,商品,商品数量(件),商品id,商家编码-规格维度,商家实收金额(元),邮费(元),订单成交时间,订单状态,售后状态\n"
        + "2,薯,1,9,,58,0,2020-12-02 10:00:00,已收货,无售后或售后取消\n", to: "a.csv")
    let run = try shop.shell(
      """
      set -e
      echo 'a long one' >pw; chmod 600 pw
      \(program) order enter --line BC01:1 --tender cash:128 --at 2020-12-03T10:00 >&2
      \(program) person add \(login) --name 查阅 --role reader --password-file pw >&2
      \(program) import a.csv --channel pinduoduo --yes >&2
      \(program) approval rule publish owner --never --reason x >&2
      \(program) report monthly 2020-12 --as \(login) --output before.html >&2
      keys=$(\(program) month status 2020-12 --format csv | tail -n +2 | cut -d, -f1)
      for key in $keys; do signs="$signs --sign $key=clear"; done
      \(program) month close 2020-12 --yes $signs >&2
      \(program) figure publish 2020-12 >&2
      \(program) report monthly 2020-12 --as \(login) --output after.html >&2
      \(program) report yearly 2020 --as \(login) --output year.html >&2
      \(program) figure show 2020-12 --format json
      """)
    #expect(run.status == 0, "\(run.words)")
    let (before, after) = (shop.read("before.html"), shop.read("after.html"))
    #expect(before.contains("Not published yet") && before.contains("bangfu month status 2020-12"))
    #expect(!after.contains("Not published yet") && after.contains("Published versions"))
    let digest = try #require(after.firstMatch(of: /[0-9a-f]{64}/)).output
    let published = try shop.value("SELECT sha256 FROM figure_version WHERE month = '2020-12-01'")
    #expect(digest == published && shop.read("year.html").contains(digest))
    #expect(after.contains("why it was signed for") && after.contains(">clear</td>"), "\(after)")
  }

  @Test func `what is hostile in a name stays text, on a page and in a workbook`() throws {
    let hostile = [
      "<script>alert(1)</script>", "=1+1", "\u{7}bell", String(repeating: "茶", count: 200),
    ]
    let paper = Paper(
      title: "a & b", notes: [],
      parts: [
        Paper.Part("[x]:*?/\\'", Table([.name, .amount], rows: hostile.map { [$0, "-1.00"] })),
        Paper.Part("", Table([.name], rows: [[String]]())),
        Paper.Part("[x]:*?/\\'", Table([.name], rows: [["y"]])),
      ])
    #expect(!paper.page.contains("<script") && paper.page.contains("&lt;script&gt;"))
    #expect(paper.page.contains("a &amp; b") && paper.page.contains("(none)"))
    let path = shop.folder.path + "/x.xlsx"
    try write(paper, to: path, as: .xlsx)
    let book = try TableFile.open(path)
    #expect(book.tables.count == 3 && Set(book.tables.compactMap(\.name)).count == 3)
    var cells: [String] = []
    try book.tables[0].forEachRow { cells += $0.strings }
    for text in hostile where !text.contains("\u{7}") { #expect(cells.contains(text)) }
    #expect(cells.contains("-1"))
  }

  @Test func `a list is written by the name of its file, and is never imported as sales`() throws {
    for (file, isReport) in [("o.xlsx", true), ("o.html", true), ("o.csv", false), ("o.HTM", true)]
    {
      let run = try shop.shell("\(shop.program) order list --output \(file)")
      #expect(run.status == 0 && run.words.contains("Wrote"), "\(run.words)")
      guard isReport else { continue }
      let again = try shop.shell("\(shop.program) import \(file) --channel douyin --yes")
      #expect(again.status == 65, "\(file): \(again.words)")
      #expect(
        again.words.contains("a report that bangfu wrote") == (file == "o.xlsx"), "\(again.words)")
    }
    for name in ["o.pdf", "o.xls", "o.ods"] {
      let run = try shop.shell("\(shop.program) order list --output \(name)")
      #expect(run.status == 64 && run.words.contains(".xlsx"), "\(run.words)")
    }
    let differ = try shop.shell("\(shop.program) order list --output o.xlsx --format csv")
    #expect(differ.status == 64)
    let gone = try shop.shell("\(shop.program) order list --output none/o.xlsx; ls none")
    #expect(gone.status != 0)
  }
}
