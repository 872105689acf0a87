import Fixtures

/// The month of ten files as a page and as a workbook, against its JSON and a plain program of libxlsxwriter; a list as a
/// workbook.
struct PapersPart {
  let place: Workplace
  let rows: Int
  let runs: Int

  /// How many files of the month there are, and how many lines have about 100,000 documents.
  private static let files = 10, listed = 109_200

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    try place.load(place.plan(rows: min(rows, Self.listed), month: "2026-10", seed: 99))
    try place.query("VACUUM ANALYZE")
    try measureList(tell)
    try place.reset()
    for seed in 1...Self.files {
      try place.load(place.plan(rows: rows, month: "2026-10", seed: UInt64(seed)))
    }
    try place.query("VACUUM ANALYZE")
    try measureMonth(tell)
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
    let list = ["order", "list"]
    let book = try seconds(list + ["--output", place.path("list.xlsx")])
    _ = try seconds(list + ["--output", place.path("list.csv")], times: 1)
    // All columns of the list, so that both write as many cells.
    let bare = try bareSeconds("list.csv", kinds: "ttttttmtttt")
    let read = place.tool("psql", "-X", "-q", "--csv", "-o", "/dev/null", "-c", Self.documents)
    let reading = median(try (0..<runs).map { _ in try read.run().seconds })
    let count =
      try TextFile.read(place.path("list.csv")).utf8.count { $0 == UInt8(ascii: "\n") } - 1
    tell(
      Finding(
        what: "\(count) orders to XLSX, as they are read", ours: time(book),
        theirs: "libxlsxwriter alone \(time(bare))", ratio: book / bare, bar: .atMost(1.5)))
    tell(
      Finding(
        what: "  to who reads them, too", ours: time(book),
        theirs: "psql \(time(reading)) + libxlsxwriter", ratio: book / (reading + bare), bar: .none)
    )
  }

  /// The documents as psql reads them, without their tenders and what has become of them.
  private static let documents = """
    SELECT d.document_id, d.at, d.kind, c.code, b.code, d.order_no, d.total, d.of_document, p.operator
    FROM pengshui.document d
    JOIN pengshui.channel c ON c.channel_id = d.channel_id
    JOIN pengshui.posting p ON p.posting_id = d.posting_id
    LEFT JOIN pengshui.buyer b ON b.buyer_id = d.buyer_id
    ORDER BY d.document_id DESC
    """

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
