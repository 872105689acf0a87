import Fixtures

/// Imports of 抖店: its orders, and then their after-sale cases.
struct DouyinPart {
  let place: Workplace
  let rows: Int
  let runs: Int

  func measure(_ tell: (Finding) -> Void) throws {
    let plan = try place.plan(rows: rows, month: "2026-10", seed: 1)
    let files = [try place.write(plan), try place.writeCases(of: plan)]
    try ImportPart(place: place, files: files, runs: runs).measure(tell)
  }
}

/// Imports of the other profiles of CSV files, each into an empty programme.
struct ProfilesPart {
  let place: Workplace
  let rows: Int
  let runs: Int

  func measure(_ tell: (Finding) -> Void) throws {
    let main = try place.plan(rows: rows, month: "2026-10", seed: 1, variant: .main)
    try measure(place.write(main), tell)
    for platform in FixturePlatform.allCases {
      let plan = PlatformPlan(
        platform, month: try FixtureMonth("2026-10"), rows: rows,
        products: FixtureProduct.pengshui + [.foreign])
      try measure(place.write(plan), tell)
    }
  }

  private func measure(_ file: ImportFile, _ tell: (Finding) -> Void) throws {
    try ImportPart(place: place, files: [file], runs: runs).measure(tell)
    try place.remove(file.path)
  }
}

/// Imports of files, one after the other, each against `\copy` of it, and each again; then each is undone.
struct ImportPart {
  let place: Workplace
  let files: [ImportFile]
  let runs: Int

  /// What one run of a file took.
  private struct Run {
    let copy: Double
    let first: Program.Outcome, again: Program.Outcome
    /// How long what it wrote takes by itself, where nothing else was there.
    let facts: Double?
    /// How long its undo takes, after all files have come.
    var undo = 0.0
  }

  func measure(_ tell: (Finding) -> Void) throws {
    var measured = files.map { _ in [Run]() }
    for _ in 0..<runs {
      try place.reset()
      var runs = try files.map(run)
      for index in files.indices { runs[index].undo = try place.undo(files[index]) }
      for index in files.indices { measured[index].append(runs[index]) }
    }
    for (file, runs) in zip(files, measured) { findings(file, runs).forEach(tell) }
  }

  private func run(_ file: ImportFile) throws -> Run {
    let copy = try place.copy(file)
    try place.query("CHECKPOINT")
    let first = try place.importFile(file)
    try place.query("CHECKPOINT")
    let again = try place.importFile(file, same: true)
    try place.query("CHECKPOINT")
    let isFirst = file.path == files[0].path
    return Run(copy: copy, first: first, again: again, facts: isFirst ? try place.facts() : nil)
  }

  private func findings(_ file: ImportFile, _ runs: [Run]) -> [Finding] {
    let copy = median(runs.map(\.copy))
    let theirs = "psql \\copy, \(file.columns) text columns \(time(copy))"
    let (first, again) = (median(runs.map(\.first.seconds)), median(runs.map(\.again.seconds)))
    let undo = median(runs.map(\.undo))
    let memory = runs.flatMap { [$0.first.memory, $0.again.memory] }.max() ?? 0
    var findings = [
      Finding(
        what: "\(file.profile), \(file.rows) lines", ours: time(first), theirs: theirs,
        ratio: first / copy, bar: .atMost(6)),
      Finding(
        what: "  the same file again", ours: time(again), theirs: theirs, ratio: again / copy,
        bar: .atMost(3)),
      Finding(
        what: "  its undo", ours: time(undo), theirs: "its import \(time(first))",
        ratio: undo / first, bar: .none),
      Finding(
        what: "  the client's most memory", ours: "", theirs: "", ratio: memory,
        bar: .atMost(300), unit: " MB"),
    ]
    if case let facts = runs.compactMap(\.facts), !facts.isEmpty {
      findings.append(
        Finding(
          what: "  what it writes, by INSERT … SELECT", ours: time(median(facts)), theirs: theirs,
          ratio: median(facts) / copy, bar: .none))
    }
    return findings
  }
}
