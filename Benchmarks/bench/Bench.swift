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
  @Option(help: "The lines of an imported file.")
  var rows = 500_000
  @Option(help: "How many times a measurement is taken; the median counts.")
  var runs = 5
  @Option(help: "A part to measure: start, orders, import, wait, report. All, unless one is named.")
  var part: [Part] = []

  func run() throws {
    let place = try Workplace(folder: folder, bangfu: bangfu, bin: bin, sql: sql)
    try place.setUp()
    try place.describe(rows: rows, runs: runs)
    show(Finding.line("", "bangfu", "compared with", "ratio", "bar", ""))
    for part in part.isEmpty ? Part.allCases : part {
      try part.measure(in: place, rows: rows, runs: runs) { show($0.description) }
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
  case start, orders, `import`, wait, report

  func measure(
    in place: Workplace, rows: Int, runs: Int, tell: (Finding) -> Void
  ) throws {
    switch self {
    case .start: try StartPart(place: place, runs: runs * 20 + 1).measure(tell)
    case .orders: try OrdersPart(place: place, runs: runs).measure(tell)
    case .import: try ImportPart(place: place, rows: rows, runs: min(runs, 3)).measure(tell)
    case .wait: try WaitPart(place: place, rows: rows).measure(tell)
    case .report: try ReportPart(place: place, rows: rows, runs: runs * 4 + 1).measure(tell)
    }
  }
}
