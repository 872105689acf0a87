import ArgumentParser
import Glibc

/// Measures Bangfu against the plainest use of the same server, and prints ratios.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Print how long Bangfu takes, as ratios to what PostgreSQL's own programs take.",
    discussion: "`make bench` calls it: it builds the programs, and removes the folder afterwards.")

  @Option(help: "An empty folder for the cluster and the files.")
  var folder: String
  @Option(help: "The program to measure.")
  var bangfu: String
  @Option(help: "The folder of the server's programs, as pg_config --bindir tells it.")
  var bin: String
  @Option(help: "The folder of the SQL that orders are compared with.")
  var sql: String
  @Option(help: "The program that reads tables.")
  var tables: String
  @Option(help: "The program that writes a workbook by libxlsxwriter and nothing else.")
  var sheet: String
  @Option(
    help: """
      The folder of the scripts that write a workbook and read it by python-calamine; those that find duplicates lie
      beside it.
      """)
  var workbook: String
  @Option(help: "A Python that has python-calamine, duckdb and splink, to compare with.")
  var python: String?
  @Option(help: "The lines of an imported file of 抖店 orders.")
  var rows = 500_000
  @Option(help: "The lines of an imported file of another profile, and of those with duplicates.")
  var otherRows = 200_000
  @Option(help: "The lines of the month that is closed, and sealed.")
  var monthRows = 1_000_000
  @Option(help: "How many times a measurement is taken; the median counts.")
  var runs = 5
  @Option(
    help: """
      A part to measure: start, orders, stock, import (抖店), profiles (the others), workbook, wait, report,
      people, month, seals, evidence, duplicates, papers, settlements, statement.
      All, unless one is named.
      """)
  var part: [Part] = []

  func run() throws {
    let place = try Workplace(
      folder: folder, bangfu: bangfu, bin: bin, sql: sql, tables: tables, sheet: sheet,
      python: python)
    let sizes = Sizes(rows: rows, otherRows: otherRows, monthRows: monthRows, runs: runs)
    try place.setUp()
    try place.describe(sizes)
    show(Finding.line("", "bangfu", "compared with", "ratio", "bar", ""))
    for part in part.isEmpty ? Part.allCases : part {
      try part.measure(in: place, sizes, scripts: workbook) { show($0.description) }
    }
  }

  /// Prints a line at once, for whoever waits for it through a pipe.
  private func show(_ line: String) {
    print(line)
    fflush(nil)
  }
}

/// A part of the benchmark.
enum Part: String, CaseIterable, ExpressibleByArgument {
  case start, orders, stock, `import`, profiles, workbook, wait, report, people, month, seals,
    evidence, duplicates, papers, settlements, statement

  func measure(
    in place: Workplace, _ sizes: Sizes, scripts: String, tell: (Finding) -> Void
  ) throws {
    let (rows, runs, few) = (sizes.rows, sizes.runs, min(sizes.runs, 3))
    switch self {
    case .settlements:
      try SettlementsPart(place: place, rows: rows, runs: few).measure(tell)
    case .statement: try StatementPart(place: place, runs: runs).measure(tell)
    case .people: try PeoplePart(place: place, runs: runs).measure(tell)
    case .month: try MonthPart(place: place, rows: sizes.monthRows, runs: runs).measure(tell)
    case .seals: try SealPart(place: place, rows: sizes.monthRows, runs: few).measure(tell)
    case .evidence:
      try EvidencePart(place: place, rows: sizes.monthRows, runs: few).measure(tell)
    case .duplicates:
      try DuplicatesPart(
        place: place, scripts: scripts + "/../duplicates", rows: sizes.otherRows, runs: few
      ).measure(tell)
    case .papers: try PapersPart(place: place, rows: rows, runs: runs).measure(tell)
    case .start: try StartPart(place: place, runs: runs * 20 + 1).measure(tell)
    case .orders: try OrdersPart(place: place, runs: runs).measure(tell)
    case .stock: try StockPart(place: place, runs: runs).measure(tell)
    case .import: try DouyinPart(place: place, rows: rows, runs: few).measure(tell)
    case .profiles: try ProfilesPart(place: place, rows: sizes.otherRows, runs: few).measure(tell)
    case .workbook: try WorkbookPart(place: place, scripts: scripts, runs: few).measure(tell)
    case .wait: try WaitPart(place: place, rows: rows).measure(tell)
    case .report: try ReportPart(place: place, rows: rows, runs: runs * 4 + 1).measure(tell)
    }
  }
}
