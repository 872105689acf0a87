import Fixtures

/// The month as a page and as a workbook, against its JSON and a plain program of libxlsxwriter; a list as a workbook.
struct PapersPart {
  let place: Workplace
  let rows: Int
  let runs: Int

  /// How many files of the month there are, and the rows of the list.
  private static let files = 10, most = 100_000

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    for seed in 1...Self.files {
      let file = try place.write(place.plan(rows: rows, month: "2026-10", seed: UInt64(seed)))
      _ = try place.importFile(file)
      try place.remove(file.path)
    }
    try place.query("VACUUM ANALYZE")
    try measureMonth(tell)
    try measureList(tell)
  }

  private func measureMonth(_ tell: (Finding) -> Void) throws {
    let month = ["report", "monthly", "2026-10"]
    let json = try seconds(month + ["--format", "json"])
    let page = try seconds(month + ["--output", place.path("month.html")])
    let book = try seconds(month + ["--output", place.path("month.xlsx")])
    _ = try seconds(month + ["--output", place.path("month.csv")], times: 1)
    let bare = try bareSeconds("month.csv", kinds: "tttttmmmmmmmt")
    let lines = rows * Self.files
    tell(
      Finding(
        what: "the month's page, \(lines) lines", ours: time(page),
        theirs: "its JSON \(time(json))",
        ratio: page / json, bar: .atMost(1.5)))
    tell(
      Finding(
        what: "the month's workbook", ours: time(book),
        theirs: "JSON + libxlsxwriter \(time(json + bare))", ratio: book / (json + bare),
        bar: .atMost(1.5)))
    let size = Double(try TextFile.read(place.path("month.html")).utf8.count) / 1000
    tell(
      Finding(
        what: "  the page's size", ours: "", theirs: "", ratio: size, bar: .atMost(300),
        unit: " KB"))
  }

  private func measureList(_ tell: (Finding) -> Void) throws {
    let list = ["order", "list", "--limit", "\(Self.most)"]
    let book = try seconds(list + ["--output", place.path("list.xlsx")])
    let text = try seconds(list + ["--output", place.path("list.csv")])
    let bare = try bareSeconds("list.csv", kinds: "ttttmtt")
    let count =
      try TextFile.read(place.path("list.csv")).utf8.count { $0 == UInt8(ascii: "\n") } - 1
    tell(
      Finding(
        what: "\(count) orders to XLSX", ours: time(book),
        theirs: "libxlsxwriter alone \(time(bare))", ratio: book / bare, bar: .atMost(1.5)))
    tell(
      Finding(
        what: "  less their CSV, which reads them, too", ours: time(book - text),
        theirs: "libxlsxwriter alone \(time(bare))", ratio: (book - text) / bare, bar: .none))
  }

  private func seconds(_ words: [String], times: Int? = nil) throws -> Double {
    let program = place.bangfu(words)
    return median(try (0..<(times ?? runs)).map { _ in try program.run().seconds })
  }

  /// How long the plain program takes to write the cells of a CSV file.
  private func bareSeconds(_ file: String, kinds: String) throws -> Double {
    let program = place.program([place.sheet, place.path(file), place.path("bare.xlsx"), kinds])
    return median(try (0..<runs).map { _ in try program.run().seconds })
  }
}
